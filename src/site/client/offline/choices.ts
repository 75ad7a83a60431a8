import * as text from '@text/offline';
import type { OfflineChoice, OfflineParts, OfflineSet } from '../../../portal/views/offline.ts';

/** Kinds of parts, in the order in which they are offered. */
export const partTypes = ['all', 'docs', 'team', 'system', 'domain', 'kind'] as const;

/** One of them. */
export type PartType = (typeof partTypes)[number];

/** What people call a kind of part. */
export const typeText: Readonly<Record<PartType, string>> = {
  all: text.everything,
  docs: text.docs,
  team: text.team,
  system: text.system,
  domain: text.domain,
  kind: text.kind,
};

const setText = { team: text.teamPart, system: text.systemPart, domain: text.domainPart, kind: text.kindPart };

/** A kind's index, or the page of the entity that a set is named after. */
const startOf = ({ type, id }: OfflineSet): string => {
  if (type === 'kind') return `catalog/${id}/`;
  const [, kind, namespace, name] = /^([^:]*):([^/]*)\/(.*)$/.exec(id) ?? [];
  return `catalog/${namespace}/${kind}/${name}/`;
};

/** Everything that can be saved. */
export const everythingChoice: OfflineChoice = { id: 'all', title: text.everything, start: '', what: { all: true } };

/** The parts of one kind that the portal has, each with its short name for a list. */
export const choicesOf = (
  type: PartType,
  { docs, sets }: OfflineParts,
): readonly (OfflineChoice & { readonly name: string })[] => {
  if (type === 'all') return [{ ...everythingChoice, name: text.everything }];
  if (type === 'docs')
    return docs.map(({ title, group }) => ({
      id: group,
      title: text.docsOf(title),
      name: title,
      start: `${group}/`,
      what: { groups: [group] },
    }));
  return sets
    .filter((set) => set.type === type)
    .map((set) => ({
      id: `${type}:${set.id}`,
      title: setText[type](set.title),
      name: set.title,
      start: startOf(set),
      what: { set: `${type}:${set.id}` },
    }));
};
