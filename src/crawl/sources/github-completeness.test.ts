import { describe, expect, it } from 'vitest';
import { codesOf, crawlOnce, filesOf } from '../../testing/crawl-once.ts';
import { changeRepositories } from '../../testing/github-emulator/faults.ts';
import { githubSourceAt } from '../../testing/github-emulator/github-source.ts';
import { useGithubEmulator } from '../../testing/github-emulator/use-github-emulator.ts';
import { badGateway, type Fault } from '../../testing/host-emulator/faults.ts';

const github = useGithubEmulator();

const run = () =>
  crawlOnce([githubSourceAt(github.host, { include: ['r000'] })], github.state, { clock: github.clock });
const queries = () => github.host.count('graphql');
const inTurn = (...faults: readonly (Fault | undefined)[]) => {
  github.host.script = ({ kind }, count) => (kind === 'graphql' ? faults[count - 1] : undefined);
};
const isComplete = { complete: true, source: 'hub' };
function addEmpty(count: number): void {
  github.host.model.create('acme', 'r000', { files: { 'catalog-info.yaml': 'name: r000' } });
  for (let index = 1; index <= count; index += 1)
    github.host.model.create('acme', `r${String(index).padStart(3, '0')}`);
}

describe('lists that are not what they seem', () => {
  it.each<[string, Fault, string]>([
    ['a null among the repositories', changeRepositories((page) => page.nodes.splice(1, 1, null)), '1 entries'],
    ['no cursor', changeRepositories((page) => (page.pageInfo.endCursor = null)), 'does not go on'],
    [
      'an answer that was kept back in part',
      {
        type: 'change',
        change: (body) => ({
          ...(body as object),
          errors: [{ type: 'FORBIDDEN', extensions: { saml_failure: true }, message: 'Resource protected' }],
        }),
      },
      'kept back: the organisation enforces single sign-on',
    ],
  ])('is incomplete with %s', async (_, fault, reason) => {
    addEmpty(149);
    inTurn(fault);
    const { snapshot, diagnostics } = await run();
    expect(codesOf(diagnostics)).toEqual(['crawl/listing-incomplete']);
    expect(diagnostics[0]?.message).toContain(reason);
    expect(Object.keys(filesOf(snapshot))).toEqual(['acme/r000']);
    expect(snapshot.listings[0]?.complete).toBe(false);
  });

  it('is listed once more when it does not add up, and incomplete when that does not help', async () => {
    addEmpty(149);
    const end = changeRepositories((page) => Object.assign(page.pageInfo, { hasNextPage: false }));
    inTurn(end);
    expect((await run()).snapshot.listings).toMatchObject([isComplete]);
    expect(queries()).toBe(1 + 2);
    inTurn(undefined, undefined, undefined, end, end);
    const { diagnostics } = await run();
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'Source "hub": the list of acme is incomplete: the host counts 150 repositories and lists 100.',
    ]);
  });

  it('takes no notice of what is created or renamed meanwhile', async () => {
    addEmpty(149);
    github.host.script = (_, count) => {
      if (count === 2) github.host.model.create('acme', 'a-new-one');
      const late = github.host.model.find('acme', 'r149');
      if (count === 2 && late) github.host.model.rename(late, 'a-late-one');
      return undefined;
    };
    const { snapshot, diagnostics } = await run();
    expect(diagnostics).toEqual([]);
    expect(snapshot.listings).toMatchObject([isComplete]);
  });

  it('is incomplete when a later page fails for good', async () => {
    addEmpty(149);
    inTurn(undefined, ...Array(9).fill(badGateway(500)));
    const { diagnostics } = await run();
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'Source "hub": the list of acme is incomplete: it broke off after 100 repositories: the host failed (status 500).',
    ]);
    expect(queries()).toBe(1 + 4);
  });

  it('ends although the host repeats itself', async () => {
    addEmpty(149);
    const cursor = Buffer.from('cursor:v2:r099').toString('base64');
    github.host.script = ({ kind }) =>
      kind === 'graphql'
        ? changeRepositories((page) => Object.assign(page.pageInfo, { hasNextPage: true, endCursor: cursor }))
        : undefined;
    expect(codesOf((await run()).diagnostics)).toEqual(['crawl/listing-incomplete']);
  });
});
