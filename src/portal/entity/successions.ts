import type { CatalogEntity } from '../../catalog/entity.ts';
import { canonicalRef, parseEntityRef } from '../../catalog/entity-ref.ts';
import { mentionOf, type Portal } from '../assemble-portal.ts';
import { partsOf } from '../urls.ts';
import type { RailFact, RailValue } from '../views/entity.ts';
import { textsIn } from '../views/text/texts.ts';

/** Names under which people write what stands in an entity's place, or in whose place it stands: of fields of `spec` and, after a `/`, of annotations. */
const names = {
  replacedBy: ['replacedBy', 'replaced-by', 'supersededBy', 'superseded-by', 'successor'],
  replaces: ['replaces', 'supersedes', 'predecessor'],
} as const;
const mostValues = 5;

/** What replaces an entity and what it replaces, as far as its file says so without declaring a relation for it. */
export function successions(portal: Portal, item: CatalogEntity): readonly RailFact[] {
  const { labels } = textsIn(portal.config.language).entity;
  return (['replacedBy', 'replaces'] as const).map((way) => ({
    id: way === 'replaces' ? 'replaces' : 'replaced-by',
    label: labels[way],
    values: writtenUnder(item, names[way])
      .slice(0, mostValues)
      .map((text) => successorOf(portal, item, text)),
  }));
}

function writtenUnder({ entity }: CatalogEntity, keys: readonly string[]): readonly string[] {
  const inSpec = Object.entries(entity.spec ?? {}).filter(([key]) => keys.includes(key));
  const annotations = Object.entries(entity.metadata.annotations ?? {}).filter(([key]) =>
    keys.includes(key.slice(key.lastIndexOf('/') + 1)),
  );
  const texts = [...inSpec, ...annotations].flatMap(
    ([, value]) => (Array.isArray(value) ? value : [value]) as unknown[],
  );
  return [...new Set(texts.filter((text): text is string => typeof text === 'string' && text.trim() !== ''))];
}

// A name of nothing in the catalog is shown as it is written: it may be a sentence.
function successorOf(portal: Portal, { ref }: CatalogEntity, text: string): RailValue {
  const { kind, namespace } = partsOf(ref);
  const parsed = parseEntityRef(text.trim(), { defaultKind: kind, defaultNamespace: namespace });
  const mention = parsed.ok ? mentionOf(portal, canonicalRef(parsed.ref)) : undefined;
  return mention?.url ? { text: mention.title, url: mention.url } : { text };
}
