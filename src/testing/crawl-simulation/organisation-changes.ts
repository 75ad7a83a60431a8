import { type CommitContent, tooManyPages } from './content-model.ts';
import type { SeededRandom } from './seeded-random.ts';
import { crawledAccounts, type SimulatedOrganisation, type SimulatedRepository } from './simulated-organisation.ts';

/** Something that happens to an organisation; nothing when it cannot happen now. */
export type Change = (organisation: SimulatedOrganisation, random: SeededRandom) => void;

/** Everything that may happen, by name. */
export const changes: Readonly<Record<string, Change>> = {
  create: (organisation, random) => {
    createRandom(organisation, random);
  },
  push: withSound((organisation, random, it) => organisation.push(it, withNewer(it.content, random))),
  forcePush: withSound((organisation, random, it) => {
    organisation.push(it, withNewer(it.content, random), true);
    organisation.host.collectGarbage(it.hosted);
  }),
  pushDocs: withSound((organisation, _random, it) => {
    const path = `docs/${organisation.freshName('page')}.md`;
    organisation.push(it, { ...it.content, docs: new Map([...it.content.docs].slice(-2)).set(path, `# ${path}\n`) });
  }),
  addEntity: withSound((organisation, _random, it) => {
    const entities = new Map(it.content.entities).set(organisation.freshName('part'), 1);
    organisation.push(it, { ...it.content, entities });
  }),
  removeEntity: withSound((organisation, random, it) => {
    organisation.push(it, without(it.content, random.pick([...it.content.entities.keys()])));
  }),
  moveEntity: withSound((organisation, random, it) => {
    const name = random.pick([...it.content.entities.keys()]);
    const other = random.pick(sound(organisation).filter((each) => each !== it));
    if (name === undefined || !other) return;
    organisation.push(other, {
      ...other.content,
      entities: new Map(other.content.entities).set(name, (it.content.entities.get(name) ?? 0) + 1),
    });
    organisation.push(it, without(it.content, name));
  }),
  breakDescriptor: withSound((organisation, random, it) => {
    const broken = random.pick([...it.content.entities.keys()]);
    if (broken !== undefined) organisation.push(it, { ...it.content, broken });
  }),
  repairDescriptor: (organisation, random) => {
    const it = random.pick(present(organisation).filter(({ content }) => content.broken !== undefined));
    if (it) organisation.push(it, repaired(it.content));
  },
  dropDescriptor: withSound((organisation, _random, it) =>
    organisation.push(it, { ...it.content, entities: new Map() }),
  ),
  bloat: withSound((organisation, _random, it) => {
    const pages = Array.from({ length: tooManyPages }, (_, page) => [`docs/many/${page}.md`, `${page}`] as const);
    organisation.push(it, { ...it.content, docs: new Map(pages) });
  }),
  rename: withPresent((organisation, _random, it) =>
    organisation.host.rename(it.hosted, organisation.freshName('named')),
  ),
  transfer: withPresent((organisation, _random, { hosted }) => {
    organisation.host.transfer(hosted, hosted.owner.login === 'acme' ? 'umbrella' : 'acme');
  }),
  transferAway: withPresent((organisation, _random, { hosted }) => organisation.host.transfer(hosted, 'elsewhere')),
  swapNames: withPresent((organisation, random, { hosted: one }) => {
    const same = present(organisation).filter(({ hosted }) => hosted !== one && hosted.owner === one.owner);
    const other = random.pick(same);
    if (!other) return;
    const [first, second] = [one.name, other.hosted.name];
    organisation.host.rename(one, organisation.freshName('swap'));
    organisation.host.rename(other.hosted, first);
    organisation.host.rename(one, second);
    organisation.note(other);
  }),
  delete: withPresent((organisation, _random, it) => remove(organisation, it)),
  recreate: withPresent((organisation, random, it) => {
    const { owner, name } = it.hosted;
    remove(organisation, it);
    createRandom(organisation, random, { login: owner.login, name });
  }),
  archive: withPresent((_organisation, _random, { hosted }) => {
    hosted.archived = true;
  }),
  hide: withPresent((_organisation, _random, { hosted }) => {
    hosted.visibility = 'private';
  }),
  bringBack: (organisation, random) => {
    const away = organisation.repositories.filter(({ deleted, hosted }) => !deleted && isAway(hosted));
    const it = random.pick(away);
    if (!it) return;
    if (it.hosted.owner.login === 'elsewhere') {
      organisation.host.transfer(it.hosted, random.pick(crawledAccounts) ?? 'acme');
      organisation.host.rename(it.hosted, organisation.freshName('back'));
    }
    Object.assign(it.hosted, { archived: false, visibility: 'public' });
    organisation.push(it, withNewer(repaired(it.content), random));
  },
  empty: withPresent((organisation, _random, { hosted }) => {
    hosted.branches.clear();
    hosted.version += 1;
    organisation.host.collectGarbage(hosted);
  }),
  renameBranch: withPresent((organisation, _random, { hosted }) => {
    const { defaultBranch } = hosted;
    organisation.host.renameBranch(hosted, defaultBranch, defaultBranch === 'main' ? 'trunk' : 'main');
  }),
  addTeam: (organisation) => {
    organisation.host.addTeam('acme', organisation.freshName('team'));
    organisation.noteTeams();
  },
  removeTeam: (organisation, random) => {
    const { teams } = organisation.host;
    if (teams.length > 1) teams.splice(random.below(teams.length), 1);
    organisation.noteTeams();
  },
};

/** Fills an organisation. */
export function populate(organisation: SimulatedOrganisation, random: SeededRandom, repositories: number): void {
  for (let index = 0; index < repositories; index += 1) createRandom(organisation, random);
  organisation.host.addTeam('acme', organisation.freshName('team'));
}

/** What happens at random, most often a push. */
export function randomChange(random: SeededRandom): readonly [name: string, change: Change] {
  const name = random.chance(0.2) ? 'push' : (random.pick(Object.keys(changes)) ?? 'push');
  return [name, changes[name] ?? (() => {})];
}

function createRandom(
  organisation: SimulatedOrganisation,
  random: SeededRandom,
  { login = random.chance(0.8) ? 'acme' : 'umbrella', name = organisation.freshName('repo') } = {},
): void {
  const entities = new Map<string, number>();
  for (let count = random.below(4); count > 0; count -= 1) entities.set(organisation.freshName('part'), 1);
  const docs = new Map<string, string>();
  for (let page = random.below(3); page > 0; page -= 1) docs.set(`docs/page-${page}.md`, `# Page ${page} of ${name}\n`);
  docs.set('README.md', `# ${name}\n`);
  organisation.create(login, name, { entities, docs });
}

function withPresent(
  change: (organisation: SimulatedOrganisation, random: SeededRandom, it: SimulatedRepository) => void,
): Change {
  return (organisation, random) => {
    const it = random.pick(present(organisation));
    if (!it) return;
    change(organisation, random, it);
    organisation.note(it);
  };
}

// Only what is whole is changed: what a second change does to a broken descriptor is for the tests of the catalog.
function withSound(
  change: (organisation: SimulatedOrganisation, random: SeededRandom, it: SimulatedRepository) => void,
): Change {
  return (organisation, random) => {
    const it = random.pick(sound(organisation));
    if (it) change(organisation, random, it);
  };
}

function sound(organisation: SimulatedOrganisation): readonly SimulatedRepository[] {
  return present(organisation).filter(({ content }) => content.broken === undefined);
}

function present({ repositories }: SimulatedOrganisation): readonly SimulatedRepository[] {
  return repositories.filter(({ deleted, hosted }) => !deleted && !isAway(hosted));
}

function isAway(hosted: SimulatedRepository['hosted']): boolean {
  return hosted.archived || hosted.visibility === 'private' || hosted.owner.login === 'elsewhere';
}

function remove(organisation: SimulatedOrganisation, it: SimulatedRepository): void {
  organisation.host.delete(it.hosted);
  it.deleted = true;
  organisation.note(it);
}

function withNewer(content: CommitContent, random: SeededRandom): CommitContent {
  const name = random.pick([...content.entities.keys()]);
  const entities = new Map(content.entities);
  if (name !== undefined) entities.set(name, (entities.get(name) ?? 0) + 1);
  const docs = new Map(content.docs).set('README.md', `# ${random.below(1_000_000)}\n`);
  return { entities, docs };
}

function repaired({ entities, docs }: CommitContent): CommitContent {
  return { entities, docs };
}

function without(content: CommitContent, name: string | undefined): CommitContent {
  return { ...content, entities: new Map([...content.entities].filter(([each]) => each !== name)) };
}
