import { docsOf, type Portal } from '../assemble-portal.ts';
import type { EntityAction } from '../views/entity.ts';
import type { Provenance } from '../views/shared.ts';
import { textsIn } from '../views/text/texts.ts';

/** What can be done with an entity at once: its docs read, its file seen and edited. */
export function actionsOf(portal: Portal, ref: string, { sourceUrl, editUrl }: Provenance): readonly EntityAction[] {
  const text = textsIn(portal.config.language).entity;
  const docs = docsOf(portal, ref);
  return [
    ...(docs ? [{ text: text.actionDocs, url: docs.url, glyph: 'docs' as const, external: false }] : []),
    ...(sourceUrl ? [{ text: text.actionSource, url: sourceUrl, glyph: 'source' as const, external: true }] : []),
    ...(editUrl ? [{ text: text.actionEdit, url: editUrl, glyph: 'edit' as const, external: true }] : []),
  ];
}
