import { describe, expect, it } from 'vitest';
import type { GitlabSourceConfig } from '../../config/config.ts';
import { codesOf, crawlOnce, filesOf } from '../../testing/crawl-once.ts';
import { changeProjects, restError } from '../../testing/gitlab-emulator/faults.ts';
import { gitlabSourceAt } from '../../testing/gitlab-emulator/gitlab-source.ts';
import { useGitlabEmulator } from '../../testing/gitlab-emulator/use-gitlab-emulator.ts';
import { badGateway, type Fault } from '../../testing/host-emulator/faults.ts';

const gitlab = useGitlabEmulator();

const run = (rest: Partial<GitlabSourceConfig> = { include: ['r000'] }) =>
  crawlOnce([gitlabSourceAt(gitlab.host, rest)], gitlab.state, { clock: gitlab.clock });
const inTurn = (...faults: readonly (Fault | undefined)[]) => {
  gitlab.host.script = ({ kind }, count) => (kind === 'graphql' ? faults[count - 1] : undefined);
};
const byRest = (fault?: Fault, page = 1) => {
  gitlab.host.script = ({ kind, line }) => {
    if (kind === 'graphql') return restError(404, '404 Not Found');
    return line.endsWith(`&page=${page}`) ? fault : undefined;
  };
};
const isComplete = { complete: true, source: 'lab' };
function addEmpty(count: number): void {
  gitlab.host.model.create('acme/r000', { files: { 'catalog-info.yaml': 'name: r000' } });
  for (let index = 1; index <= count; index += 1) gitlab.host.model.create(`acme/r${String(index).padStart(3, '0')}`);
}
/** An error that leaves a hole in the answer. */
const hole = (...path: readonly (string | number)[]): Fault => ({
  type: 'change',
  change: (body) => {
    const copy = structuredClone(body) as { data: Record<string, unknown> };
    const within = path
      .slice(0, -1)
      .reduce<Record<string, unknown>>((object, key) => object[key] as Record<string, unknown>, copy.data);
    within[String(path.at(-1))] = null;
    return { ...copy, errors: [{ message: 'Something broke', path }] };
  },
});

describe('lists by GraphQL', () => {
  it.each<[string, Fault, string]>([
    ['a null among the projects', changeProjects((page) => page.nodes.splice(1, 1, null)), '1 entries'],
    ['no cursor', changeProjects((page) => (page.pageInfo.endCursor = null)), 'does not go on'],
  ])('are incomplete with %s', async (_, fault, reason) => {
    addEmpty(149);
    inTurn(fault);
    const { snapshot, diagnostics } = await run();
    expect(codesOf(diagnostics)).toContain('crawl/listing-incomplete');
    expect(diagnostics[0]?.message).toContain(reason);
    expect(snapshot.listings[0]?.complete).toBe(false);
  });

  it('are incomplete when a project was kept back, and stays so', async () => {
    addEmpty(9);
    gitlab.host.script = ({ kind }) => (kind === 'graphql' ? hole('group', 'projects', 'nodes', 3) : undefined);
    const { diagnostics } = await run();
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'Source "lab": the list of acme is incomplete: part of it was kept back: the host says "Something broke".',
      'Source "lab": the list of acme is incomplete: 1 entries describe no repository.',
    ]);
  });

  it('are whole when only something inside one project failed, of which Git is asked then', async () => {
    addEmpty(0);
    gitlab.host.model.create('acme/other', { files: { 'catalog-info.yaml': 'name: other' } });
    inTurn(hole('group', 'projects', 'nodes', 0, 'repository', 'blobs'));
    const { snapshot, diagnostics } = await run({});
    expect(diagnostics).toEqual([]);
    expect(snapshot.listings).toMatchObject([isComplete]);
    expect(filesOf(snapshot)).toEqual({
      'acme/other': { 'catalog-info.yaml': 'name: other' },
      'acme/r000': { 'catalog-info.yaml': 'name: r000' },
    });
    expect(gitlab.host.count('graphql')).toBe(1);
    const asked = (name: string) => gitlab.host.requests.filter(({ line }) => line.includes(name)).length;
    expect(asked('acme/other')).toBeGreaterThan(asked('acme/r000'));
  });

  it('are listed once more when they do not add up, and incomplete when that does not help', async () => {
    addEmpty(149);
    const end = changeProjects((page) => Object.assign(page.pageInfo, { hasNextPage: false }));
    inTurn(end);
    expect((await run()).snapshot.listings).toMatchObject([isComplete]);
    expect(gitlab.host.count('graphql')).toBe(1 + 2);
    inTurn(undefined, undefined, undefined, end, end);
    const { diagnostics } = await run();
    expect(diagnostics[0]?.message).toBe(
      'Source "lab": the list of acme is incomplete: the host counts 150 repositories and lists 100.',
    );
  });
});

describe('lists by REST', () => {
  it('hold groups with their subgroups, and users', async () => {
    addEmpty(149);
    gitlab.host.model.create('acme/deep/down/shop', { files: { 'catalog-info.yaml': 'name: shop' } });
    byRest();
    const { snapshot, diagnostics } = await run({ include: ['r000', 'deep/**'] });
    expect(diagnostics).toEqual([]);
    expect(Object.keys(filesOf(snapshot))).toEqual(['acme/deep/down/shop', 'acme/r000']);
    expect(snapshot.listings).toMatchObject([isComplete]);
    // Twice two pages: pages by number can skip what moved up.
    expect(gitlab.host.count('rest')).toBe(2 + 2);
    expect(Object.keys(filesOf((await run({ include: ['**/shop'], subgroups: false })).snapshot))).toEqual([]);
  });

  it('stand in where GraphQL is older than the query', async () => {
    addEmpty(0);
    gitlab.host.script = ({ kind, body }) =>
      kind === 'graphql' && body?.includes('isForked')
        ? {
            type: 'answer',
            status: 200,
            body: { errors: [{ message: "Field 'isForked' doesn't…", extensions: { code: 'undefinedField' } }] },
          }
        : undefined;
    const { snapshot } = await run();
    expect(Object.keys(filesOf(snapshot))).toEqual(['acme/r000']);
    expect(gitlab.host.count('rest')).toBe(1);
    await run({ forks: true });
    expect(gitlab.host.count('rest')).toBe(1);
  });

  it('are not needed where a query can do without what is unknown', async () => {
    addEmpty(0);
    gitlab.host.script = ({ kind, body }) =>
      kind === 'graphql' && body?.includes('markedForDeletionOn')
        ? {
            type: 'answer',
            status: 200,
            body: {
              errors: [
                {
                  message: "Field 'markedForDeletionOn' doesn't exist on type 'Project'",
                  extensions: { code: 'undefinedField' },
                },
              ],
            },
          }
        : undefined;
    const { snapshot } = await run();
    expect(Object.keys(filesOf(snapshot))).toEqual(['acme/r000']);
    expect([gitlab.host.count('graphql'), gitlab.host.count('rest')]).toEqual([2, 0]);
  });

  it('miss nothing when a project goes while they are listed and another one comes', async () => {
    addEmpty(149);
    const { model } = gitlab.host;
    const change = () => {
      model.projects.splice(1, 1);
      model.create(`acme/new-${model.nextId()}`);
    };
    gitlab.host.script = ({ kind }, count) => {
      if (kind === 'graphql') return restError(404, '404 Not Found');
      if (kind === 'rest' && count === 2) change();
      return undefined;
    };
    const { snapshot } = await run({});
    const ids = model.projects.map(({ id }) => `gitlab:${new URL(gitlab.host.url).host}:${id}`);
    expect(snapshot.listings).toMatchObject([isComplete]);
    expect([...(snapshot.listings[0]?.repositoryIds ?? [])].sort()).toEqual(ids.sort());
    gitlab.host.script = ({ kind }) => {
      if (kind === 'graphql') return restError(404, '404 Not Found');
      if (kind === 'rest') change();
      return undefined;
    };
    expect((await run({})).snapshot.listings[0]).toMatchObject({
      complete: false,
      reason: 'it changed every time that it was listed',
    });
  });

  it.each<[string, Fault, number, string]>([
    ['a later page fails for good', badGateway(502), 2, 'broke off after 100 repositories: the host gave up'],
    ['a null is among them', { type: 'change', change: (body) => [null, ...(body as object[])] }, 2, '1 entries'],
    ['a page is no list', { type: 'change', change: () => ({}) }, 2, '1 entries'],
    ['the host counts more', { type: 'change', change: () => [] }, 2, 'the host counts 150 repositories and lists 100'],
  ])('are incomplete when %s', async (_, fault, at, reason) => {
    addEmpty(149);
    byRest(fault, at);
    const { snapshot, diagnostics } = await run();
    expect(codesOf(diagnostics)).toContain('crawl/listing-incomplete');
    expect(diagnostics.map(({ message }) => message).join()).toContain(reason);
    expect(snapshot.listings[0]?.complete).toBe(false);
  });
});
