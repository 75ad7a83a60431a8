import { type Change, changes } from './organisation-changes.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { SimulatedOrganisation, SimulatedRepository } from './simulated-organisation.ts';

const names = ['create', 'push', 'addEntity', 'removeEntity', 'dropDescriptor', 'delete', 'archive', 'hide'] as const;

/** What happens to an organisation of which much disappears at once now and then, and comes back at times. */
const massChanges: Readonly<Record<string, Change>> = {
  ...Object.fromEntries([...names, 'bringBack'].map((name) => [name, changes[name] ?? (() => {})])),
  manyDeleted: (organisation, random) => repeat(organisation, random, 'delete'),
  manyHidden: (organisation, random) => repeat(organisation, random, 'hide'),
  manyArchived: (organisation, random) => repeat(organisation, random, 'archive'),
  manyBack: (organisation, random) => repeat(organisation, random, 'bringBack'),
  manyCreated: (organisation, random) => repeat(organisation, random, 'create'),
  sourceHidden: (organisation) => hideAll(organisation, 'umbrella'),
  littleListed: (organisation, random) => hideAll(organisation, 'acme', 1 + random.below(3)),
  manyDefined: (organisation, random) => {
    const it = random.pick(present(organisation));
    const entities = Array.from({ length: 40 }, () => [organisation.freshName('swarm'), 1] as const);
    if (it) organisation.push(it, { ...it.content, entities: new Map([...it.content.entities, ...entities]) });
  },
  manyUndefined: (organisation) => {
    const [it] = present(organisation).toSorted((a, b) => b.content.entities.size - a.content.entities.size);
    if (it) organisation.push(it, { ...it.content, entities: new Map([...it.content.entities].slice(0, 1)) });
  },
};

/** One of them at random, by name. */
export function randomMassChange(random: SeededRandom): readonly [name: string, change: Change] {
  const name = random.pick(Object.keys(massChanges)) ?? 'push';
  return [name, massChanges[name] ?? (() => {})];
}

function repeat(organisation: SimulatedOrganisation, random: SeededRandom, name: string): void {
  for (let count = 2 + random.below(7); count > 0; count -= 1) changes[name]?.(organisation, random);
}

function hideAll(organisation: SimulatedOrganisation, login: string, except = 0): void {
  for (const it of present(organisation)
    .filter(({ hosted }) => hosted.owner.login === login)
    .slice(except)) {
    it.hosted.visibility = 'private';
    organisation.note(it);
  }
}

function present({ repositories }: SimulatedOrganisation): readonly SimulatedRepository[] {
  return repositories.filter(({ deleted, hosted }) => !deleted && !hosted.archived && hosted.visibility !== 'private');
}
