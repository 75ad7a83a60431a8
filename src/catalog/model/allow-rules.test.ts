import { describe, expect, it } from 'vitest';
import { readCatalog } from '../read-catalog.ts';
import { document, documents, repositoryOf } from '../repository-fixture.ts';
import { type AllowRule, isAllowed } from './allow-rules.ts';

const { repository } = repositoryOf('acme/shop', {});
const place = { kind: 'Component', specType: 'service', repository, path: 'teams/catalog-info.yaml' };

describe('what may be defined where', () => {
  it.each<[string, readonly AllowRule[], boolean]>([
    ['nothing that no rule names', [], false],
    ['a kind, in any capitals', ['component'], true],
    ['not another kind', ['API'], false],
    ['every kind', ['*'], true],
    ['the last rule decides', ['*', '!Component'], false],
    ['the last rule decides', ['!Component', '*'], true],
    ['one type of a kind', [{ kind: 'Component', specType: 'Service' }], true],
    ['not another type', [{ kind: 'Component', specType: 'website' }], false],
    ['refusing one type', ['*', { kind: '!Component', specType: 'service' }], false],
    ['a repository', [{ kind: '*', repositories: ['acme/*'] }], true],
    ['a repository in any capitals', [{ kind: '*', repositories: ['Acme/Shop'] }], true],
    ['not another repository', [{ kind: '*', repositories: ['acme/shop-2', 'acme'] }], false],
    ['not one whose name and path only read alike', [{ kind: '*', repositories: ['acme/shop/teams'] }], false],
    ['a path', [{ kind: '*', paths: ['org/**', 'teams/**'] }], true],
    ['not another path', [{ kind: '*', paths: ['team/**', 'catalog-info.yaml'] }], false],
    ['a source', [{ kind: '*', sources: ['tests'] }], true],
    ['not another source', [{ kind: '*', sources: ['Tests', '*'] }], false],
    ['all conditions at once', [{ kind: '*', repositories: ['acme/shop'], paths: ['org/**'] }], false],
  ])('%s', (_, rules, expected) => {
    expect(isAllowed(place, rules)).toBe(expected);
  });

  it('asks for a text where a type is named', () => {
    expect(isAllowed({ ...place, specType: ['service'] }, [{ kind: 'Component', specType: 'service' }])).toBe(false);
  });

  it('holds inside one repository: teams from one folder, a Location from another', () => {
    const group = document('Group', 'payments', ['type: team', 'children: []']);
    const files = {
      'org/catalog-info.yaml': group,
      'catalog-info.yaml': documents(
        group.replace('payments', 'invented'),
        document('Location', 'more', ['targets: [./more.yaml]']),
      ),
      'more.yaml': document('System', 'checkout', ['owner: payments']),
    };
    const allow: AllowRule[] = [
      '*',
      '!Group',
      '!Location',
      { kind: 'Group', repositories: ['acme/shop'], paths: ['org/**'] },
    ];
    const { value, diagnostics } = readCatalog({ repositories: [repositoryOf('acme/shop', files)], allow });
    expect(value.entities.map(({ ref }) => ref)).toEqual(['group:default/payments']);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'acme/shop may not define entities of kind Group in catalog-info.yaml.',
      'acme/shop may not define entities of kind Location in catalog-info.yaml.',
    ]);
  });
});
