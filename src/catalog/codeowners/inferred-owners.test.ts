import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogInput } from '../read-catalog.ts';
import { readCatalog } from '../read-catalog.ts';
import type { RepositoryFiles, RepositoryInfo } from '../repository-files.ts';
import { component, document, documents, repositoryOf } from '../repository-fixture.ts';

const unowned = component('cart').replace('  owner: team\n', '');
const annotated = (text: string, ...annotations: string[]) =>
  text.replace('spec:', `  annotations:\n${annotations.map((line) => `    ${line}\n`).join('')}spec:`);
const group = (name: string, ...annotations: string[]) =>
  annotated(document('Group', name, ['type: team', 'children: []']), 'acme.com/some: thing', ...annotations);
const user = (name: string, email: string, ...annotations: string[]) =>
  annotated(
    document('User', name, ['memberOf: []', ...(email === '' ? [] : [`profile: { email: ${email} }`])]),
    'acme.com/some: thing',
    ...annotations,
  );

const people = repositoryOf('acme/people', {
  'catalog-info.yaml': documents(
    group('payments'),
    group('web', 'github.com/team-slug: acme/Frontend', 'git.acme.com/team-path: acme/frontend/web'),
    group('core', 'github.com/team-slug: other/core'),
    user('jane', 'Jane.Doe@acme.com', 'github.com/user-login: JaneGH'),
    user('zoe', '', 'git.acme.com/user-login: https://git.acme.com/zoe-gl'),
    user('bob', ''),
  ),
});

function shop(codeowners: string, descriptor = unowned, info: Partial<RepositoryInfo> = {}): RepositoryFiles {
  const path = info.host === 'gitlab' ? '.gitlab/CODEOWNERS' : '.github/CODEOWNERS';
  return repositoryOf('acme/shop', { 'app/catalog-info.yaml': descriptor, [path]: codeowners }, info);
}

function read(repositories: readonly RepositoryFiles[], more: Partial<CatalogInput> = {}) {
  const { value, diagnostics } = readCatalog({ repositories, allow: ['*'], ...more });
  const cart = value.byRef.get('component:default/cart');
  return {
    owner: cart?.entity.spec?.['owner'],
    relations: cart?.entity.relations.filter(({ type }) => type === 'ownedBy').map(({ targetRef }) => targetRef),
    annotation: cart?.entity.metadata.annotations?.['callboard.dev/owner-inferred-from'],
    origin: cart?.ownerOrigin,
    stale: cart?.stale?.commit,
    lastGood: value.lastGood,
    diagnostics,
    problems: diagnostics.map(({ code, source, message }) => `${source?.path}:${source?.line} ${code} ${message}`),
    codes: diagnostics.map(({ code }) => code),
  };
}

describe('a descriptor without an owner', () => {
  it('has the one of the rule that matches its path, marked with the line', () => {
    const found = read([people, shop('* @acme/frontend\n/app/ @acme/payments\n/docs/ @acme/core\n')]);
    expect(found).toMatchObject({
      owner: 'group:default/payments',
      relations: ['group:default/payments'],
      annotation: '.github/CODEOWNERS:2',
      origin: { path: '.github/CODEOWNERS', line: 2 },
    });
    expect(found.problems).toEqual([
      'app/catalog-info.yaml:5 catalog/owner-inferred spec.owner is missing; line 2 of .github/CODEOWNERS names @acme/payments, which is group:default/payments.',
    ]);
    expect(found.diagnostics[0]).toMatchObject({
      severity: 'info',
      hint: expect.stringContaining('Write owner: group:default/payments'),
      entityRef: 'component:default/cart',
    });
  });

  const gitlab = { host: 'gitlab', webUrl: 'https://git.acme.com/acme/shop' } as const;
  it.each<[string, string, string, Partial<RepositoryInfo>?]>([
    ['a team by its annotation, in any capitals', '* @ACME/frontend', 'group:default/web'],
    ['a team by its name', '* @Acme/Payments', 'group:default/payments'],
    ['the first team that is known', '* @acme/ghosts @janegh @acme/frontend @acme/payments', 'group:default/web'],
    ['a person where no team is known', '* @acme/ghosts @JANEgh', 'user:default/jane'],
    ['a person by the name', '* @bob', 'user:default/bob'],
    ['a person by the address', '* jane.doe@ACME.com', 'user:default/jane'],
    ['a group of GitLab by its path', '* @acme/Frontend/Web', 'group:default/web', gitlab],
    ['a group of GitLab at the top', '* @payments', 'group:default/payments', gitlab],
    ['a user of GitLab by the address of the page', '* @Zoe-GL', 'user:default/zoe', gitlab],
    ['those of a section', '[App] @payments\n/app/', 'group:default/payments', gitlab],
    ['no section that excludes it', '[App] @bob\n/app/\n!*.yaml\n[All]\n* @payments', 'group:default/payments', gitlab],
  ])('has %s', (_, codeowners, owner, info = {}) => {
    const found = read([people, shop(codeowners, unowned, info)]);
    expect(found.owner).toBe(owner);
    const notes = owner.startsWith('user:')
      ? ['catalog/owner-inferred', 'catalog/owner-is-user']
      : ['catalog/owner-inferred'];
    expect(found.codes.toSorted()).toEqual(notes);
  });

  it.each([
    ['* @acme/ghosts', 'group:default/ghosts', '@acme/ghosts'],
    // The catalog's `core` is the team of another organisation.
    ['* @acme/core', 'group:default/acme-core', '@acme/core'],
    ['* @nobody', 'user:default/nobody', '@nobody'],
    ['* @jane', 'user:default/jane-elsewhere', '@jane'],
    ['* gone@acme.com', 'user:default/gone', 'an e-mail address'],
  ])('says once that %s is nobody', (codeowners, owner, named) => {
    const found = read([people, shop(codeowners)]);
    expect(found).toMatchObject({ owner, annotation: '.github/CODEOWNERS:1', codes: ['catalog/codeowner-unknown'] });
    expect(found.problems[0]).toContain(`line 1 of .github/CODEOWNERS names ${named}, which is no team or person`);
    expect(JSON.stringify(found.diagnostics)).not.toContain('gone@');
  });

  it('names what was meant', () => {
    const [problem] = read([people, shop('* @acme/payment')]).diagnostics;
    expect(problem?.hint).toContain('Did you mean group:default/payments?');
  });

  it('has no other problem of its own where there are no teams at all, or where the team was refused', () => {
    const alone = read([shop('* @acme/payments')]);
    expect(alone.codes.toSorted()).toEqual(['catalog/no-teams', 'catalog/owner-inferred']);
    const refused = repositoryOf('acme/people', {
      'catalog-info.yaml': group('payments').replace('type: team', 'type: []'),
    });
    const beside = read([
      refused,
      repositoryOf('acme/teams', { 'catalog-info.yaml': group('web') }),
      shop('* @acme/payments'),
    ]);
    expect(beside.codes.toSorted()).toEqual(['catalog/invalid-field', 'catalog/owner-inferred']);
  });

  it('of one part of the catalog may have a team that is known elsewhere', () => {
    const elsewhere = new Map([
      ['group:default/web', { kind: 'Group', repository: 'acme/people', path: 'x.yaml', line: 1 }],
    ]);
    expect(read([shop('* @acme/frontend')], { elsewhere })).toMatchObject({ codes: ['catalog/owner-inferred'] });
    expect(read([shop('* @acme/web')], { elsewhere })).toMatchObject({ owner: 'group:default/web' });
  });
});

describe('an owner is not inferred', () => {
  const missing = 'app/catalog-info.yaml:5 catalog/missing-field spec.owner is missing; every Component has one.';
  it.each([
    ['without a file', ''],
    ['where no rule matches', '/docs/ @acme/payments'],
    ['where the last rule names nobody', '* @acme/payments\n/app/'],
  ])('%s', (_, codeowners) => {
    expect(read([people, shop(codeowners)]).problems).toEqual([missing]);
  });

  it.each([['owner:'], ['owner: ""'], ['owner: []'], ['owner: 7'], ['owner: {$text: ./gone.txt}']])(
    'in place of %s',
    (line) => {
      const written = read([people, shop('* @acme/payments', component('cart').replace('owner: team', line))]);
      const without = read([people, shop('', component('cart').replace('owner: team', line))]);
      expect(written.owner).toBeUndefined();
      expect(written.problems).toEqual(without.problems);
      expect(written.problems).not.toEqual([]);
    },
  );

  it('where the configuration says so', () => {
    expect(read([people, shop('* @acme/payments')], { ownersFromCodeowners: false }).problems).toEqual([missing]);
  });

  it('for kinds that need none, nor over an owner that is written, and nobody can claim that it was', () => {
    const claim = annotated(component('cart'), 'callboard.dev/owner-inferred-from: CODEOWNERS:1');
    const found = read([people, shop('* @acme/payments', claim.replace('owner: team', 'owner: web'))]);
    expect(found).toMatchObject({ owner: 'web', relations: ['group:default/web'], codes: [] });
    expect(found.annotation).toBeUndefined();
    const template = document('Template', 'new', ['type: service', 'steps: []']).replace(
      'backstage.io/v1alpha1',
      'scaffolder.backstage.io/v1beta3',
    );
    expect(read([people, shop('* @acme/payments', template)]).codes).toEqual(['catalog/no-owner']);
  });

  it('when the entity is wrong in another way, which is all that is said', () => {
    const wrong = unowned.replace('lifecycle: production', 'lifecycle: []');
    expect(read([people, shop('* @acme/payments', wrong)]).codes).toEqual(['catalog/invalid-field']);
  });
});

describe('the last good version', () => {
  const before = read([people, shop('* @acme/frontend')], { lastGood: new Map() });
  const lastGood = JSON.parse(JSON.stringify([...(before.lastGood ?? [])]));
  const today = (repository: RepositoryFiles, more: Partial<CatalogInput> = {}) =>
    read([people, repository], { lastGood: new Map(lastGood), ...more });

  it.each([
    ['the descriptor breaks', shop('* @acme/payments', unowned.replace('type: service', 'type: ['))],
    ['the rule is gone', shop('')],
    ['the team of the rule is gone', shop('/docs/ @acme/payments')],
  ])('has its owner as it was when %s', (_, repository) => {
    const found = today(repository);
    expect(found).toMatchObject({ owner: 'group:default/web', annotation: '.github/CODEOWNERS:1' });
    expect(found.stale).toBeDefined();
    expect(found.diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(1);
    expect(found.codes).toHaveLength(1);
  });

  it('does not come back where owners are no longer inferred', () => {
    expect(today(shop('* @acme/frontend'), { ownersFromCodeowners: false }).owner).toBeUndefined();
  });
});

it('is the same whatever the order of the repositories', () => {
  const twins = repositoryOf('acme/twins', {
    'catalog-info.yaml': documents(
      group('a-web', 'github.com/team-slug: acme/frontend'),
      user('other-jane', 'jane.doe@acme.com'),
    ),
  });
  const named = (name: string, codeowners: string) =>
    repositoryOf(`acme/${name}`, {
      'catalog-info.yaml': unowned.replace('name: cart', `name: ${name}`),
      CODEOWNERS: codeowners,
    });
  const all = [
    people,
    twins,
    named('one', '* @acme/frontend'),
    named('two', '* jane.doe@acme.com'),
    named('three', '* @acme/x'),
  ];
  const whole = (repositories: readonly RepositoryFiles[]) => {
    const { value, diagnostics } = readCatalog({ repositories, allow: ['*'] });
    return JSON.stringify([value.entities, diagnostics]);
  };
  const expected = whole(all);
  expect(expected).toContain('"owner":"group:default/a-web"');
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(whole(shuffled)).toBe(expected);
    }),
    { numRuns: 30 },
  );
});

it('100 hostile CODEOWNERS files spoil nothing beside them', () => {
  const odd = fc.constantFrom(
    '*',
    '**/',
    '[',
    '^[',
    ']',
    '!',
    '\\',
    '#',
    '@',
    '@a/',
    '@@',
    ' ',
    '\n',
    '\r',
    '\u0000',
    '\u202e',
    '\uFEFF',
    'constructor',
    '__proto__',
    '@__proto__/__proto__',
    '@constructor',
    '../',
    'é',
    '*a',
    '/app/',
    '* @acme/payments',
  );
  const hostile = fc.sample(
    fc.array(odd, { maxLength: 60 }).map((parts) => parts.join('')),
    { numRuns: 100, seed: 4 },
  );
  const repositories = hostile.map((text, index) =>
    repositoryOf(
      `acme/h${index}`,
      {
        'app/catalog-info.yaml': unowned.replace('name: cart', `name: h${index}`),
        [index % 2 ? '.gitlab/CODEOWNERS' : '.github/CODEOWNERS']: text,
      },
      { host: index % 2 ? 'gitlab' : 'github' },
    ),
  );
  const without = read([people, shop('* @acme/payments')]);
  const beside = readCatalog({ repositories: [people, shop('* @acme/payments'), ...repositories], allow: ['*'] });
  expect(beside.diagnostics.filter(({ source }) => source?.repository === 'acme/shop')).toEqual(without.diagnostics);
  for (const { entity } of beside.value.entities.filter(({ source }) => source.repository.startsWith('acme/h'))) {
    expect(entity.spec?.['owner']).toMatch(/^(?:group|user):default\/[\w.-]+$/);
  }
  // Whatever such a file says, the entity is there with an owner, or says what it lacks.
  const named = new Set(beside.diagnostics.map(({ entityRef }) => entityRef));
  for (const index of hostile.keys()) expect(named).toContain(`component:default/h${index}`);
});
