import { closest, distance } from 'fastest-levenshtein';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { CatalogModel } from '../model/catalog-model.ts';
import type { EntityDraft } from '../read-entity.ts';

/** One diagnostic for each unknown kind, and each foreign apiVersion of a known one, in each repository. */
export function reportUncheckedKinds(drafts: readonly EntityDraft[], model: CatalogModel): Diagnostic[] {
  const groups = new Map<string, EntityDraft[]>();
  for (const draft of drafts) {
    if (!draft.unchecked) continue;
    const apiVersion = draft.unchecked === 'foreign-api-version' ? draft.apiVersion : '';
    const key = JSON.stringify([draft.repository.slug, draft.unchecked, draft.kind, apiVersion]);
    const group = groups.get(key);
    if (group) group.push(draft);
    else groups.set(key, [draft]);
  }
  return [...groups.values()].flatMap((group) => reportGroup(group, model) ?? []);
}

function reportGroup(group: readonly EntityDraft[], model: CatalogModel): Diagnostic | undefined {
  const [first] = group;
  if (!first) return undefined;
  const isKind = first.unchecked === 'unknown-kind';
  const known = first.definition;
  const count = group.length === 1 ? 'one entity' : `${group.length} entities`;
  const what = isKind ? `the kind ${first.kind}, which` : `${first.kind} with apiVersion ${first.apiVersion}, which`;
  const near = isKind ? nearKind(first.kind, model) : undefined;
  const declare = `${isKind ? `kind: ${first.kind}` : `extend: ${first.kind}`} and apiVersions: [${first.apiVersion}]`;
  const remedy = isKind
    ? 'Declare the kind'
    : `Write ${(known?.apiVersions ?? []).join(' or ')}, or accept this apiVersion`;
  return diagnose(isKind ? 'catalog/unknown-kind' : 'catalog/foreign-api-version', {
    message: `${first.repository.slug} has ${count} of ${what} Callboard does not know.`,
    hint: near
      ? `Did you mean ${near}?`
      : `${remedy} in the portal's content/model: a file with ${declare} (docs: Kinds of your own).`,
    source: {
      repository: first.repository.slug,
      path: first.path,
      ...first.document.locate([isKind ? 'kind' : 'apiVersion']),
    },
    // Of one entity it is that one's problem; of many it is their repository's.
    ...(group.length === 1 && { entityRef: first.ref }),
  });
}

function nearKind(kind: string, { kinds }: CatalogModel): string | undefined {
  const near = closest(kind, [...kinds]);
  return distance(kind, near) <= 2 && kind.length > 3 ? near : undefined;
}
