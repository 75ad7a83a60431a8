import { describe, expect, it } from 'vitest';
import { repositoryOf } from '../repository-fixture.ts';
import { suggestOwner } from './suggest-owner.ts';

describe('whose a repository could be, by its commits', () => {
  it.each([
    [
      'most of whose commits come from one team',
      [
        ['ann', 20],
        ['bob', 5],
        ['gone', 25],
      ],
      'team',
      '20 of the last 50',
    ],
    [
      'whose commits come from two teams alike',
      [
        ['ann', 20],
        ['cleo', 20],
      ],
      'unknown',
      'There is no CODEOWNERS',
    ],
    ['of whose people the catalog knows none', [['gone', 9]], 'unknown', 'There is no CODEOWNERS'],
    [
      'most of whose commits come from somebody of two teams',
      [
        ['both', 30],
        ['ann', 1],
      ],
      'team',
      '31 of the last 31',
    ],
  ] as const)('guesses the team of a repository %s', (_what, people, owner, because) => {
    const teams: Record<string, readonly string[]> = {
      ann: ['team'],
      cleo: ['other'],
      both: ['team', 'other'],
      bob: [],
    };
    const contributors = people.map(([name, commits]) => ({ name, email: `${name}@acme.example`, commits }));
    const { ref, because: said } = suggestOwner({ ...repositoryOf('acme/a', {}), contributors }, 'catalog-info.yaml', {
      findTeam: () => undefined,
      findPerson: ({ text }) => (text.startsWith('gone') ? undefined : `user:default/${text.split('@')[0]}`),
      teamsOf: (person) => (teams[person.slice('user:default/'.length)] ?? []).map((name) => `group:default/${name}`),
    });
    expect([ref ?? 'unknown', said]).toEqual([
      owner === 'unknown' ? owner : `group:default/${owner}`,
      expect.stringContaining(because),
    ]);
  });
});
