import { type SectionRule, sectionRules } from './section-rules.ts';
import type { Texts } from './views/text/texts.ts';

/** A kind of Backstage's model, in lower case. */
export type BackstageKind = keyof Texts['kinds']['kinds'];

/** What the pages of Backstage's kinds show, in this order. Each begins with what its kind is looked up for. */
export function sectionsByKind(texts: Texts): Readonly<Record<BackstageKind, readonly SectionRule[]>> {
  const { kinds, sections } = texts.kinds;
  const rules = sectionRules(texts);
  const { about, graph, dependents, dependencies, relations, docs, decisions, facts, missing, history, raw } = rules;
  const parts = (kind: BackstageKind, title = kinds[kind].plural, id = `${kind}s`): SectionRule => ({
    ...rules.parts,
    id,
    title,
    kinds: [kind],
  });
  const systemParts = [parts('component'), parts('api'), parts('resource')];
  const aiResources = parts('airesource', kinds.airesource.plural, 'ai-resources');
  // What is read about a thing, what was decided, what was found out, and where it came from: the end of every page.
  const end = [docs, decisions, facts, missing, history, raw];
  const endOfPeople = [docs, rules.changes, relations, decisions, facts, missing, history, raw];
  return {
    component: [about, graph, dependents, dependencies, rules.apis, rules.parts, relations, ...end],
    api: [about, rules.definition, rules.providers, dependents, graph, dependencies, relations, ...end],
    resource: [about, dependents, graph, dependencies, relations, ...end],
    system: [graph, about, ...systemParts, aiResources, relations, dependents, ...end],
    domain: [graph, about, parts('system'), parts('domain', sections.subdomains), relations, ...end],
    group: [about, rules.people, rules.owned, rules.teams, rules.problems, ...endOfPeople],
    user: [about, rules.owned, rules.teams, ...endOfPeople],
    template: [about, graph, relations, ...end],
    location: [about, facts, relations, graph, docs, decisions, history, raw],
    airesource: [about, graph, dependents, dependencies, rules.parts, relations, ...end],
  };
}
