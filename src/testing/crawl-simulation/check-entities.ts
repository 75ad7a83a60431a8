import { descriptionOf } from './content-model.ts';
import type { ShownRepository } from './expectation.ts';
import type { ObservedRun, Simulation } from './simulation.ts';

/** One entity as a repository shows it. */
export interface ShownEntity {
  /** The number that it says of itself. */
  readonly version: number;
  /** It was good before the repository was away for a while: it may be forgotten. */
  readonly perhaps?: true;
}

/** Holds the entities of one run against the model, and has the model remember them. */
export function checkEntities(
  simulation: Simulation,
  run: ObservedRun,
  shown: ReadonlyMap<number, ShownRepository>,
): readonly string[] {
  const required = new Set<string>();
  const allowed = new Map<string, Set<string>>();
  for (const { hosted } of simulation.organisation.repositories) {
    const entities = entitiesOf(simulation, hosted.id, shown.get(hosted.id)?.commit);
    simulation.shown.set(hosted.id, entities);
    if (shown.get(hosted.id)?.commit === undefined) continue;
    for (const [name, { version, perhaps }] of entities) {
      if (!perhaps) required.add(name);
      allowed.set(name, (allowed.get(name) ?? new Set()).add(descriptionOf(name, version)));
    }
  }
  return [...checkComponents(required, allowed, run), ...checkTeams(simulation, run)];
}

// What is broken is shown as it was when it was last good.
function entitiesOf(
  { organisation, shown }: Simulation,
  id: number,
  commit: string | undefined,
): ReadonlyMap<string, ShownEntity> {
  const before = shown.get(id) ?? new Map<string, ShownEntity>();
  const content = commit === undefined ? undefined : organisation.commits.get(commit);
  if (!content) return new Map([...before].map(([name, { version }]) => [name, { version, perhaps: true }]));
  const entities = new Map<string, ShownEntity>([...content.entities].map(([name, version]) => [name, { version }]));
  if (content.broken !== undefined) {
    const good = before.get(content.broken);
    if (good) entities.set(content.broken, good);
    else entities.delete(content.broken);
  }
  return entities;
}

function checkComponents(
  required: ReadonlySet<string>,
  allowed: ReadonlyMap<string, ReadonlySet<string>>,
  { catalog }: ObservedRun,
): string[] {
  const components = catalog.entities.filter(({ ref }) => ref.startsWith('component:'));
  const there = new Map(components.map(({ entity }) => [entity.metadata.name, String(entity.metadata.description)]));
  return [
    ...[...required].filter((name) => !there.has(name)).map((name) => `The entity ${name} is lost.`),
    ...[...there].flatMap(([name, description]) => {
      const versions = allowed.get(name);
      if (!versions) return [`The entity ${name} is still shown.`];
      return versions.has(description) ? [] : [`The entity ${name} is shown as "${description}".`];
    }),
  ];
}

function checkTeams(simulation: Simulation, { catalog, weather, only }: ObservedRun): readonly string[] {
  const moments = simulation.organisation.teamMoments;
  const groups = catalog.entities.filter(({ ref }) => ref.startsWith('group:'));
  const now = groups.map(({ entity }) => entity.metadata.name).sort();
  const read = weather === 'clean' ? moments.slice(-1) : [...moments, simulation.teams];
  const expected = only === undefined ? read : [simulation.teams];
  simulation.teams = now;
  if (expected.some((names) => names.join() === now.join())) return [];
  return [`The teams ${now.join()} are none of ${expected.map((names) => `[${names.join()}]`).join(' ')}.`];
}
