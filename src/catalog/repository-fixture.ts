import type { StageResult } from '../diagnostics/stage.ts';
import type { Catalog } from './entity.ts';
import { readCatalog } from './read-catalog.ts';
import type { RepositoryFiles, RepositoryInfo } from './repository-files.ts';

/** For tests: a repository of GitHub with these files as text; `catalog-info.yaml` at any depth is a catalog file. */
export function repositoryOf(
  slug: string,
  files: Readonly<Record<string, string>>,
  info: Partial<RepositoryInfo> = {},
): RepositoryFiles {
  const repository: RepositoryInfo = {
    id: slug,
    slug,
    webUrl: `https://github.com/${slug}`,
    host: 'github',
    branch: 'main',
    commit: '0123456789abcdef0123456789abcdef01234567',
    committedAt: '2026-01-02T03:04:05Z',
    source: 'tests',
    ...info,
  };
  const entries = Object.entries(files);
  return {
    repository,
    catalogPaths: entries.map(([path]) => path).filter((path) => /(?:^|\/)catalog-info\.yaml$/.test(path)),
    files: new Map(entries.map(([path, text]) => [path, { path, oid: path, size: text.length, text }])),
  };
}

/** For tests: the catalog of one repository `acme/shop` whose `catalog-info.yaml` is this text. Every kind is allowed. */
export function catalogOf(yaml: string, files: Readonly<Record<string, string>> = {}): StageResult<Catalog> {
  return readCatalog({
    repositories: [repositoryOf('acme/shop', { 'catalog-info.yaml': yaml, ...files })],
    allow: ['*'],
  });
}

/** For tests: a component as YAML; `spec` lines are added to the required ones. */
export function component(name: string, spec: readonly string[] = []): string {
  return document('Component', name, ['type: service', 'lifecycle: production', 'owner: team', ...spec]);
}

/** For tests: an entity as YAML. */
export function document(kind: string, name: string, spec: readonly string[]): string {
  const lines = spec.map((line) => `  ${line}\n`).join('');
  return `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata:\n  name: ${name}\nspec:${lines ? `\n${lines}` : ' {}\n'}`;
}

/** For tests: YAML documents of one file. */
export function documents(...parts: readonly string[]): string {
  return parts.join('---\n');
}

/** For tests: `code line:column` of every diagnostic. */
export function summaries(result: StageResult<unknown>): string[] {
  return result.diagnostics.map(({ code, source }) => `${code} ${source?.line}:${source?.column}`);
}
