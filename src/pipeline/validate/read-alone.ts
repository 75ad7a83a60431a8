import { basename } from 'node:path';
import picomatch from 'picomatch';
import { selectCodeowners } from '../../catalog/codeowners/find-codeowners.ts';
import type { Elsewhere } from '../../catalog/elsewhere.ts';
import type { Catalog } from '../../catalog/entity.ts';
import { selectCatalogFiles } from '../../catalog/locations/wanted-files.ts';
import type { CatalogModel } from '../../catalog/model/catalog-model.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';
import type { RepositoryFiles, RepositoryInfo } from '../../catalog/repository-files.ts';
import { parseAddress } from '../../crawl/address.ts';
import { readHead } from '../../crawl/git/head.ts';
import { readDefaultBranch, readOrigin } from '../../crawl/git/read-origin.ts';
import { readWorkTree } from '../../crawl/work-tree/read-work-tree.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { planDocsSites } from '../../techdocs/plan/plan-docs-sites.ts';
import { selectDocsFiles } from '../../techdocs/plan/select-docs-files.ts';
import type { PublishedCatalog } from '../published/published-catalog.ts';
import type { Scope } from './find-scope.ts';
import { type Clues, cluesOfCi, type Identity, slugOf } from './identify.ts';
import type { ReadingRules } from './reading-rules.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** What tells which repository this is, and on which branch the portal reads it. */
export interface Surroundings extends Clues {
  readonly branch: string;
  readonly commit: string;
}

/** Reads what the work tree and CI say of the repository. */
export async function readSurroundings(
  scope: Scope,
  given: string | undefined,
  environment: Variables,
  signal: AbortSignal,
): Promise<Surroundings> {
  const { gitFolder, root } = scope;
  const ci = cluesOfCi(environment);
  const origin = gitFolder && (await readOrigin(gitFolder));
  const head = gitFolder ? await readHead(gitFolder, signal) : undefined;
  // The portal reads the default branch; this is mostly some other, whose links to that one hold all the same.
  const branch =
    environment['CI_DEFAULT_BRANCH'] ||
    (gitFolder && (await readDefaultBranch(gitFolder))) ||
    environment['GITHUB_BASE_REF'] ||
    head?.branch ||
    '';
  return {
    ...(given !== undefined && { given }),
    ...(ci && { ci }),
    ...(origin && { origin }),
    folder: basename(root),
    branch,
    commit: head?.commit ?? '',
  };
}

/** Describes the repository as a crawl would, under the name that the portal has for it. */
export function describeRepository(around: Surroundings, identity: Identity, rules: ReadingRules): RepositoryInfo {
  const known = identity.type === 'known' ? identity.repository : undefined;
  const slug = known?.slug ?? slugOf(around);
  const webUrl = known?.webUrl ?? around.ci?.webUrl ?? around.origin?.webUrl;
  const web = webUrl === undefined ? undefined : parseAddress(webUrl);
  return {
    id: webUrl ?? `local:${slug}`,
    slug,
    ...(webUrl && { webUrl }),
    host: web && 'host' in web ? web.host : 'none',
    branch: known?.branch ?? around.branch,
    commit: around.commit,
    committedAt: '',
    source: rules.source,
    ...(rules.allowedKinds && { allowedKinds: rules.allowedKinds }),
  };
}

/** The repository's files and catalog, and everything that is wrong with them, its docs' annotations among it. */
export interface ReadAlone {
  readonly files: RepositoryFiles;
  readonly catalog: Catalog;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the repository from disk as a build reads it from a commit. */
export async function readAlone(
  scope: Scope,
  repository: RepositoryInfo,
  rules: ReadingRules,
  published: { readonly catalog: PublishedCatalog; readonly identity: Identity } | undefined,
): Promise<ReadAlone> {
  const { value: files, diagnostics } = await readWorkTree({
    ...scope,
    repository,
    catalogPaths: rules.catalogPaths,
    named: [
      ...scope.files,
      ...pathsInFolders(scope, rules),
      ...publishedPaths(scope, repository, rules, published?.catalog),
    ],
    limits: rules.limits,
    selectors: [selectCatalogFiles, selectDocsFiles, ...(rules.ownersFromCodeowners ? [selectCodeowners] : [])],
  });
  const { allow, model, ownersFromCodeowners } = rules;
  // Given in any case, if empty: checks that need the whole catalog know by it that this is a part.
  const read = (elsewhere: Elsewhere) =>
    readCatalog({ repositories: [files], allow, model, ownersFromCodeowners, elsewhere });
  let elsewhere = published ? elsewhereOf(published.catalog, repository.slug, model) : new Map();
  // Whose the published entities are is not known: those that are defined here are taken to be ours.
  if (published?.identity.type === 'unknown') {
    const ours = read(new Map()).value.byRef;
    elsewhere = new Map([...elsewhere].filter(([ref]) => !ours.has(ref)));
  }
  const catalog = read(elsewhere);
  const docs = planDocsSites(catalog.value, [files]);
  return { files, catalog: catalog.value, diagnostics: [...diagnostics, ...catalog.diagnostics, ...docs.diagnostics] };
}

function elsewhereOf({ refs }: PublishedCatalog, slug: string, model: CatalogModel): Elsewhere {
  const others = [...refs].filter(([, { repository }]) => repository !== slug);
  return new Map(
    others.map(([ref, place]) => {
      const kind = ref.slice(0, ref.indexOf(':'));
      return [ref, { ...place, kind: model.spellingOf(kind) ?? kind }];
    }),
  );
}

// A folder that is named is looked at as if it were a repository: there is where its catalog file lies.
function pathsInFolders({ folders, listed }: Scope, { catalogPaths }: ReadingRules): readonly string[] {
  const inner = folders.filter((folder) => folder !== '');
  if (inner.length === 0) return [];
  const matches = picomatch([...catalogPaths], { dot: true });
  return [...listed.keys()].filter((path) =>
    inner.some((folder) => path.startsWith(`${folder}/`) && matches(path.slice(folder.length + 1))),
  );
}

// The portal may be told of catalog paths that nobody told here; what it has read so far is known.
function publishedPaths(
  { listed }: Scope,
  { slug }: RepositoryInfo,
  { catalogPathsAreSaid }: ReadingRules,
  published: PublishedCatalog | undefined,
): readonly string[] {
  if (!published || catalogPathsAreSaid) return [];
  const paths = [...published.refs.values()].filter((place) => place.repository === slug).map(({ path }) => path);
  return [...new Set(paths)].filter((path) => listed.has(path));
}
