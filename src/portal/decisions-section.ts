import type { CatalogEntity } from '../catalog/entity.ts';
import type { DocsDecision } from '../techdocs/docs-site.ts';
import { docsOf, type Portal } from './assemble-portal.ts';
import { docsPath, urlOf } from './urls.ts';
import type { DecisionsSection } from './views/decisions.ts';

/** Decisions that a page lists before it refers to the docs: keeps the page inside its size budget. */
const rowLimit = 50;

const tones: Readonly<Record<DocsDecision['state'], DecisionsSection['rows'][number]['tone']>> = {
  proposed: 'info',
  accepted: 'good',
  rejected: 'bad',
  deprecated: 'warn',
  superseded: 'quiet',
  other: 'quiet',
};

/** The decisions that an entity's own docs record, the newest first; nothing for docs that it borrows from another one. */
export function decisionsSection(portal: Portal, { ref, entity }: CatalogEntity): DecisionsSection | undefined {
  const docs = docsOf(portal, ref);
  const annotations = entity.metadata.annotations ?? {};
  const borrows = 'backstage.io/techdocs-entity' in annotations && !('backstage.io/techdocs-ref' in annotations);
  const decisions = docs?.site.decisions ?? [];
  if (!docs || decisions.length === 0 || borrows) return undefined;
  const urlOfPage = (path: string) => urlOf(portal.config.base, docsPath(docs.site.entityRef, path));
  const byPath = new Map(decisions.map((decision) => [decision.path, decision]));
  const rows = decisions.toReversed().map(({ path, number, title, status, state, date, deciders, supersededBy }) => {
    const successor = supersededBy === undefined ? undefined : byPath.get(supersededBy);
    return {
      ...(number !== undefined && { number }),
      title,
      url: urlOfPage(path),
      ...(status !== undefined && { status }),
      tone: tones[state],
      ...(date !== undefined && { date }),
      deciders: deciders.join(', '),
      ...(successor && {
        successor: { text: `${successor.number ?? successor.title}`, url: urlOfPage(successor.path) },
      }),
    };
  });
  const standing = decisions.filter(({ state }) => state === 'accepted').length;
  const list = docs.site.pages.find(({ path }) => path !== '' && isListOf(path, decisions));
  return {
    count: decisions.length,
    standing,
    rows: rows.slice(0, rowLimit),
    listUrl: list ? urlOfPage(list.path) : docs.url,
  };
}

/** The index page of the folder that the first decision lies in. */
function isListOf(path: string, [first]: readonly DocsDecision[]): boolean {
  return first?.path.startsWith(path) === true && first.path !== path;
}
