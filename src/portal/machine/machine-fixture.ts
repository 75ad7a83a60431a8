import type { Catalog, CatalogEntity } from '../../catalog/entity.ts';
import { backstageModel } from '../../catalog/model/catalog-model.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { documents, repositoryOf } from '../../catalog/repository-fixture.ts';
import { assemblePortal, type Portal } from '../assemble-portal.ts';
import { machineFiles } from '../machine-files.ts';
import type { MachineFile } from './machine-file.ts';

/** For tests: the portal `/p/` of one repository with these documents. */
export function portalOf(yaml: readonly string[], config: Partial<Portal['config']> = {}): Portal {
  // A file may hold so many documents only.
  const chunks = Array.from({ length: Math.ceil(yaml.length / 100) }, (_, index) => [
    `f${index}/catalog-info.yaml`,
    documents(...yaml.slice(index * 100, index * 100 + 100)),
  ]);
  const files = repositoryOf('acme/shop', Object.fromEntries(chunks));
  const { value: catalog, diagnostics } = readCatalog({ repositories: [files], allow: ['*'] });
  return portalOfCatalog(catalog, { diagnostics, config });
}

/** For tests: the portal `/p/` of a catalog. */
export function portalOfCatalog(
  catalog: Catalog,
  {
    config,
    diagnostics,
    crawl,
  }: Partial<Pick<Portal, 'crawl' | 'diagnostics'>> & { config?: Partial<Portal['config']> } = {},
): Portal {
  return assemblePortal({
    config: { title: 'Acme', accent: '#005f9e', language: 'en', base: '/p/', ...config },
    catalog,
    repositories: [repositoryOf('acme/shop', {}).repository],
    docsSites: [],
    docsByEntity: new Map(),
    diagnostics: diagnostics ?? [],
    callboardVersion: '1.0.0',
    ...(crawl && { crawl }),
  });
}

/** For tests: a catalog of `count` entities of a kind, each with `claims` relations, without reading any YAML. */
export function catalogOfMany(count: number, { kind = 'Component', claims = 0, spec = {} } = {}): Catalog {
  const entities = Array.from({ length: count }, (_, index): CatalogEntity => {
    const name = `c${String(index).padStart(6, '0')}`;
    const relations = Array.from({ length: claims }, (_item, at) => ({
      type: 'dependsOn',
      targetRef: `resource:default/r${at}`,
    }));
    const metadata = { name, namespace: 'default', annotations: {} };
    return {
      ref: `${kind.toLowerCase()}:default/${name}`,
      entity: { apiVersion: 'backstage.io/v1alpha1', kind, metadata, spec, relations },
      source: { repository: 'acme/shop', path: 'catalog-info.yaml', line: index + 1, yaml: '' },
      claims: relations,
    };
  });
  return { entities, byRef: new Map(entities.map((item) => [item.ref, item])), model: backstageModel };
}

/** For tests: the files for machines, by path; all of them, or those of one family. */
export function filesOf(
  portal: Portal,
  family: (portal: Portal) => Iterable<MachineFile> = machineFiles,
): ReadonlyMap<string, string> {
  return new Map([...family(portal)].map(({ path, text }) => [path, text]));
}

/** For tests: what a file below `api/catalog/` holds. */
export function jsonAt(files: ReadonlyMap<string, string>, path: string) {
  return JSON.parse(files.get(`api/catalog/${path}`) ?? 'null');
}
