import { folderOf } from '../repository-urls.ts';
import { type Language, languageOf } from './file-languages.ts';
import { findDefinitions } from './find-definitions.ts';

/** What the paths of a commit say of a repository. Every path in it is one of the commit's files. */
export interface RepositoryFacts {
  readonly fileCount: number;
  /** Languages by the number of files, the commonest first; at most six. */
  readonly languages: readonly (Language & { readonly files: number })[];
  readonly readme?: string;
  /** MkDocs' configuration, or else the first page of the docs folder. */
  readonly docs?: string;
  /** Folder of architecture decision records. */
  readonly decisions?: string;
  /** Files that look like definitions of APIs, by their name; at most {@link mostDefinitions}. */
  readonly definitions: readonly string[];
  /** Package manifests nearest to the root, by name: `package.json`, `go.mod` …. */
  readonly manifests: readonly string[];
  /** What says that the repository is run or deployed: a Dockerfile, a Helm chart, a Procfile …. */
  readonly deployment?: string;
  /** What says that it is a site for browsers: the configuration of a framework, a page to start from. */
  readonly frontEnd?: string;
  readonly continuousIntegration?: string;
  readonly codeowners?: string;
}

/** Candidates that one repository may have: a suggestion of more would not be read. */
export const mostDefinitions = 3;

const mostLanguages = 6;
const mostManifests = 5;

/** Folders whose files others wrote, or a machine did. */
const foreign =
  /(?:^|\/)(?:node_modules|vendor|third[_-]?party|bower_components|site-packages|dist|build|target|out|\.git|\.idea|\.vscode|__pycache__|venv|\.venv)\//;
/** Files that are there for tests. */
const forTests = /(?:^|\/)(?:tests?|testdata|fixtures?|__tests__|__mocks__)\//;

const manifestName =
  /^(?:package\.json|pom\.xml|build\.gradle(?:\.kts)?|go\.mod|pyproject\.toml|setup\.py|Cargo\.toml|Gemfile|[^/]+\.gemspec|composer\.json|mix\.exs|pubspec\.yaml|Package\.swift|build\.sbt|project\.clj|[^/]+\.(?:csproj|fsproj|vbproj|sln))$/;
const deploymentName =
  /^(?:Dockerfile|Containerfile|Chart\.yaml|Procfile|serverless\.ya?ml|kustomization\.ya?ml|fly\.toml|app\.yaml|render\.yaml|skaffold\.yaml)$/;
const frontEndName =
  /^(?:(?:next|nuxt|astro|gatsby|svelte|vue|remix|vite|docusaurus)\.config\.[cm]?[jt]s|gatsby-config\.[jt]s|angular\.json|ember-cli-build\.js)$/;
const startPage = /^(?:index\.html|(?:public|src|static|app)\/index\.html)$/;
const continuousIntegrationPath =
  /^(?:\.github\/workflows\/[^/]+\.ya?ml|\.gitlab-ci\.yml|Jenkinsfile|azure-pipelines\.yml|\.circleci\/config\.yml|bitbucket-pipelines\.yml|\.travis\.yml|\.buildkite\/[^/]+\.ya?ml|\.drone\.yml)$/;
const decisionPath = /(?:^|\/)(?:adrs?|decisions|architecture-decisions)\/[^/]+\.md$/i;
// The order in which GitHub and GitLab look.
const codeownersPaths = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** Derives what can be known of a repository from the paths of its commit alone. Pure. */
export function deriveFacts(paths: readonly string[]): RepositoryFacts {
  const all = new Set(paths);
  const own = paths.filter((path) => !foreign.test(path));
  const nearest = (isOne: (path: string) => boolean) =>
    byDepth(own.filter((path) => !forTests.test(path) && isOne(path)));
  const named = (name: RegExp) => nearest((path) => name.test(nameOf(path)));
  const readme = byDepth(paths.filter((path) => /^readme(?:\.(?:md|markdown|rst|adoc|txt))?$/i.test(path))).at(0);
  const docs = findDocs(paths);
  const decisions = own.find((path) => decisionPath.test(path));
  const deployment = named(deploymentName).at(0);
  const frontEnd = named(frontEndName).at(0) ?? own.find((path) => startPage.test(path));
  const continuousIntegration = paths.find((path) => continuousIntegrationPath.test(path));
  const codeowners = codeownersPaths.find((path) => all.has(path));
  return {
    fileCount: paths.length,
    languages: countLanguages(own),
    ...(readme && { readme }),
    ...(docs && { docs }),
    ...(decisions && { decisions: folderOf(decisions) }),
    definitions: findDefinitions(own.filter((path) => !forTests.test(path))).slice(0, mostDefinitions),
    manifests: named(manifestName).slice(0, mostManifests),
    ...(deployment && { deployment }),
    ...(frontEnd && { frontEnd }),
    ...(continuousIntegration && { continuousIntegration }),
    ...(codeowners && { codeowners }),
  };
}

function countLanguages(paths: readonly string[]): RepositoryFacts['languages'] {
  const counts = new Map<Language, number>();
  for (const path of paths) {
    const language = languageOf(extensionOf(path));
    if (language) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts]
    .map(([language, files]) => ({ ...language, files }))
    .sort((a, b) => b.files - a.files || (a.name < b.name ? -1 : 1))
    .slice(0, mostLanguages);
}

// What TechDocs publishes of `dir:.`: a configuration, or pages in the docs folder.
function findDocs(paths: readonly string[]): string | undefined {
  const config = paths.find((path) => path === 'mkdocs.yml' || path === 'mkdocs.yaml');
  const isIndex = (path: string) => /^docs\/(?:index|readme)\.md$/i.test(path);
  return config ?? paths.find(isIndex) ?? paths.find((path) => /^docs\/[^/]+\.md$/i.test(path));
}

function byDepth(paths: readonly string[]): readonly string[] {
  const depthOf = (path: string) => path.split('/').length;
  return paths.toSorted((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function extensionOf(path: string): string {
  const name = nameOf(path);
  if (/\.min\.(?:js|css)$/.test(name)) return '';
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}
