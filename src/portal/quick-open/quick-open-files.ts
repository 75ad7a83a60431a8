import type { Portal } from '../assemble-portal.ts';
import { mentionOf } from '../assemble-portal.ts';
import type { MachineFile } from '../machine/machine-file.ts';
import {
  type QuickOpenCatalog,
  type QuickOpenDocs,
  type QuickOpenOperations,
  quickOpenPath,
} from '../views/quick-open.ts';
import { takeFromEach, textColumn } from './columns.ts';
import { quickOpenEntities } from './entities.ts';
import { operationsOf } from './operations/operations-of.ts';
import { portalPages } from './portal-pages.ts';

/** Docs pages and operations that are found: those beyond are left to the search page. */
const mostPages = 10_000;
const mostOperations = 10_000;

const folder = quickOpenPath.slice(0, quickOpenPath.lastIndexOf('/') + 1);

/** What quick open loads: first the catalog's names, then docs pages and operations of APIs. The same catalog gives the same bytes. */
export function* quickOpenFiles(portal: Portal): Generator<MachineFile> {
  const [first, ...others] = quickOpenEntities(portal) as [QuickOpenCatalog, ...QuickOpenCatalog[]];
  const [docs, operations] = [docsFile(portal), operationsFile(portal)];
  const rest = [
    ...others.map((entities, index) => ({
      path: `${folder}catalog-${index + 2}.json`,
      holds: 'entities',
      data: entities,
    })),
    ...(docs.sites.length > 0 ? [{ path: `${folder}docs.json`, holds: 'docs', data: docs }] : []),
    ...(operations.apis.length > 0
      ? [{ path: `${folder}operations.json`, holds: 'operations', data: operations }]
      : []),
  ] as const;
  const more = rest.map(({ path, holds }) => ({ path, holds })) as QuickOpenCatalog['more'];
  yield { path: quickOpenPath, text: JSON.stringify({ ...first, pages: portalPages(portal), more }) };
  for (const { path, data } of rest) yield { path, text: JSON.stringify(data) };
}

function docsFile({ docsSites }: Portal): QuickOpenDocs {
  const taken = takeFromEach(
    docsSites.map(({ pages }) => pages),
    mostPages,
  );
  return {
    sites: docsSites.map(({ entityRef, title }, index) => {
      const pages = taken[index] ?? [];
      return {
        ref: entityRef,
        title,
        paths: pages.map(({ path }) => path).join('\n'),
        titles: textColumn(pages.map((page) => page.title)),
      };
    }),
  };
}

function operationsFile(portal: Portal): QuickOpenOperations {
  const apis = (portal.byKind.get('api') ?? []).flatMap((item) => {
    const offered = operationsOf(item);
    return offered ? [{ ref: item.ref, ...offered }] : [];
  });
  const taken = takeFromEach(
    apis.map(({ operations }) => operations),
    mostOperations,
  );
  return {
    apis: apis.map(({ ref, form }, index) => {
      const operations = taken[index] ?? [];
      return {
        ref,
        title: mentionOf(portal, ref).title,
        form,
        methods: textColumn(operations.map(({ method }) => method)),
        names: textColumn(operations.map(({ name }) => name)),
        summaries: textColumn(operations.map(({ summary }) => summary)),
      };
    }),
  };
}
