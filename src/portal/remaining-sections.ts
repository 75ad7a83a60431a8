import type { Entity } from '../catalog/entity.ts';
import type { Portal } from './assemble-portal.ts';
import { kindRule, relationTitle } from './kinds.ts';
import type { SectionRule } from './section-rules.ts';
import { partsOf } from './urls.ts';
import { textsIn } from './views/text/texts.ts';

/** What the rail beside the entity says. */
const saidByRail: ReadonlySet<string> = new Set(['ownedBy', 'partOf', 'childOf']);

/**
 * Tables for the relations of an entity that no rule of its kind names, so that a relation of one's own is seen from both
 * ends. Where the rules tell kinds of targets apart, so do these.
 */
export function remainingSections(
  { catalog: { model }, config: { language } }: Portal,
  entity: Entity,
  known: readonly SectionRule[],
): readonly SectionRule[] {
  const rules = new Map<string, SectionRule>();
  for (const { type, targetRef } of entity.relations) {
    const { kind } = partsOf(targetRef);
    if (saidByRail.has(type) || known.some((rule) => covers(rule, type, kind))) continue;
    const byKind = known.some((rule) => rule.kinds && rule.relations.includes(type));
    const id = byKind ? `${type}-${kind}` : type;
    const title = byKind
      ? kindRule(model, model.spellingOf(kind) ?? kind, language).plural
      : sentenceCase(relationTitle(model, type, language));
    const rule = {
      id: `related-${id.toLowerCase()}`,
      title,
      relations: [type],
      viaTitle: textsIn(language).kinds.via.how,
    };
    rules.set(id, byKind ? { ...rule, kinds: [kind] } : rule);
  }
  return [...rules.values()];
}

function covers({ relations, kinds }: SectionRule, type: string, kind: string): boolean {
  return relations.includes(type) && (!kinds || kinds.includes(kind));
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
