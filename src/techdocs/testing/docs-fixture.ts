import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import type { Catalog, CatalogEntity, Entity } from '../../catalog/entity.ts';
import { backstageModel } from '../../catalog/model/catalog-model.ts';
import type {
  RepositoryFile,
  RepositoryFiles,
  RepositoryInfo,
  RepositoryView,
} from '../../catalog/repository-files.ts';
import type { TechdocsConfig } from '../../config/config.ts';
import type { StageContext } from '../../diagnostics/stage.ts';
import type { DocsBlobs } from '../docs-blobs.ts';
import { selectDocsFiles } from '../plan/select-docs-files.ts';

/** Content of a repository by path. */
export type FilesByPath = Readonly<Record<string, string | Uint8Array>>;

/** A component whose docs lie beside its catalog file. */
export const documented = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: orders
  title: Orders
  annotations:
    backstage.io/techdocs-ref: dir:.
spec: { type: service, lifecycle: production, owner: team-a }
`;

/** Configuration of the stage with its defaults. */
export const docsConfig: TechdocsConfig = {
  enabled: true,
  secondsPerSite: 120,
  megabytesPerSite: 2048,
  sandbox: 'auto',
  iframeHosts: [],
  history: true,
};

/** Repositories kept in a temporary folder, as a crawl would hand them on, and a catalog of their entities. */
export interface DocsFixture {
  readonly folder: string;
  readonly repositories: readonly RepositoryFiles[];
  readonly blobs: DocsBlobs;
  readonly catalog: Catalog;
  readonly context: StageContext;
  readonly remove: () => Promise<void>;
}

/** Makes a fixture of repositories by slug. Files are kept only when the docs selector asks for them. */
export async function makeDocsFixture(repositories: Readonly<Record<string, FilesByPath>>): Promise<DocsFixture> {
  const folder = await mkdtemp(join(tmpdir(), 'callboard-docs-test-'));
  const pathOf = (oid: string) => join(folder, oid);
  const kept: RepositoryFiles[] = [];
  for (const [slug, content] of Object.entries(repositories)) kept.push(await keepFiles(slug, content, pathOf));
  return {
    folder,
    repositories: kept,
    blobs: { pathOf, read: (oid) => readFile(pathOf(oid)) },
    catalog: catalogOf(kept),
    context: makeContext(join(folder, 'state')),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A context whose state lies in a folder. */
export function makeContext(stateFolder: string): StageContext {
  const signal = new AbortController().signal;
  return { signal, stateFolder, concurrency: 2, progress: () => undefined, log: () => undefined };
}

/** Reads a folder's files by path. */
export async function readFolder(folder: string): Promise<FilesByPath> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const content = await Promise.all(
    files.map(async (file) => [file.slice(folder.length + 1), await readFile(file)] as const),
  );
  return Object.fromEntries(content);
}

async function keepFiles(
  slug: string,
  content: FilesByPath,
  pathOf: (oid: string) => string,
): Promise<RepositoryFiles> {
  const repository: RepositoryInfo = {
    id: slug,
    slug,
    webUrl: `https://git.example.org/${slug}`,
    host: 'github',
    branch: 'main',
    commit: '0'.repeat(40),
    committedAt: '2026-01-01T00:00:00Z',
    source: 'test',
  };
  const catalogPaths = Object.keys(content)
    .filter((path) => /(?:^|\/)catalog-info\.yaml$/.test(path))
    .sort();
  const files = new Map<string, RepositoryFile>();
  const keep = async (path: string, as: 'text' | 'blob') => {
    const bytes = Buffer.from(content[path] ?? '');
    const oid = createHash('sha1').update(bytes).digest('hex');
    await writeFile(pathOf(oid), bytes);
    files.set(path, { path, oid, size: bytes.length, ...(as === 'text' && { text: bytes.toString('utf8') }) });
  };
  for (const path of catalogPaths) await keep(path, 'text');
  const view: RepositoryView = {
    repository,
    catalogPaths,
    paths: Object.keys(content).sort(),
    text: (path) => files.get(path)?.text,
  };
  for (let before = -1; before !== files.size; ) {
    before = files.size;
    for (const { path, as } of [...selectDocsFiles(view)])
      if (content[path] !== undefined && !files.has(path)) await keep(path, as);
  }
  return { repository, catalogPaths, files };
}

function catalogOf(repositories: readonly RepositoryFiles[]): Catalog {
  const entities = repositories.flatMap(({ repository, catalogPaths, files }) =>
    catalogPaths.flatMap((path) => entitiesOf(repository.slug, path, files.get(path)?.text ?? '')),
  );
  entities.sort((a, b) => (a.ref < b.ref ? -1 : 1));
  return { entities, byRef: new Map(entities.map((entity) => [entity.ref, entity])), model: backstageModel };
}

function entitiesOf(repository: string, path: string, text: string): readonly CatalogEntity[] {
  let line = 1;
  return text.split(/^---\n/m).flatMap((yaml) => {
    const source = { repository, path, line, yaml };
    line += yaml.split('\n').length;
    const [entity] = readDocuments(yaml);
    if (!entity?.metadata?.name) return [];
    const ref = `${entity.kind}:${entity.metadata.namespace ?? 'default'}/${entity.metadata.name}`.toLowerCase();
    return [{ ref, entity: { ...entity, relations: [] }, source, claims: [] }];
  });
}

/** Broken documents are the catalog's matter. */
function readDocuments(yaml: string): readonly (Entity | undefined)[] {
  try {
    return loadAll(yaml) as (Entity | undefined)[];
  } catch {
    return [];
  }
}
