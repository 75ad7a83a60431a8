import { describe, expect, it } from 'vitest';
import { catalogOf, component, document, documents } from '../repository-fixture.ts';

const team = document('Group', 'team', ['type: team', 'children: []']);
const api = (name: string, spec: readonly string[] = ['definition: "{}"'], lifecycle = 'production') =>
  document('API', name, ['type: openapi', `lifecycle: ${lifecycle}`, 'owner: team', ...spec]);

function problems(...parts: readonly string[]): string[] {
  return catalogOf(documents(...parts, team)).diagnostics.map(
    ({ code, source, message, hint }) => `${code} ${source?.line}:${source?.column} ${message} ${hint}`,
  );
}

describe('production that relies on what is deprecated', () => {
  const ending = (name: string, lifecycle = 'deprecated') => component(name).replace('production', lifecycle);
  const message = (at: string, ref: string, lifecycle = 'deprecated') =>
    `catalog/depends-on-deprecated ${at} component:default/cart is in production and relies on ${ref}, which is ${lifecycle}. Move to what replaces it; group:default/team owns it and can say what that is.`;

  it.each([
    ['dependsOn: [component:old]', ending('old'), '9:15', 'component:default/old'],
    ['subcomponentOf: old', ending('old'), '9:19', 'component:default/old'],
    ['system: old', document('System', 'old', ['owner: team', 'lifecycle: deprecated']), '9:11', 'system:default/old'],
    [
      'consumesApis: [old]',
      documents(api('old', undefined, 'deprecated'), component('b', ['providesApis: [old]'])),
      '9:18',
      'api:default/old',
    ],
  ])('is reported at %s', (line, other, at, ref) => {
    expect(problems(component('cart', [line]), other)).toEqual([message(at, ref)]);
  });

  it('is reported for each entry, and once where one is named twice', () => {
    const cart = component('cart', ['dependsOn: [component:old, component:eol, component:default/old]']);
    expect(problems(cart, ending('old'), ending('eol', 'End-Of-Life'))).toEqual([
      message('9:15', 'component:default/old'),
      message('9:30', 'component:default/eol', 'End-Of-Life'),
      'catalog/repeated-reference 9:45 spec.dependsOn[2] names component:default/old, which spec.dependsOn[0] names already. Remove one of the two, or write what was meant.',
    ]);
  });

  it('is nothing where production provides it, or where both end', () => {
    expect(problems(component('cart', ['providesApis: [old]']), api('old', undefined, 'deprecated'))).toEqual([]);
    expect(problems(ending('cart').replace('  owner', '  dependsOn: [component:old]\n  owner'), ending('old'))).toEqual(
      [],
    );
  });
});

describe('APIs', () => {
  it('that no component provides', () => {
    expect(problems(component('cart', ['consumesApis: [x]']), api('x'))).toEqual([
      'catalog/api-without-provider 14:9 No component says that it provides api:default/x. Add the API to providesApis of the component that implements it.',
    ]);
  });

  it.each([
    ['one provides it', [component('cart', ['providesApis: [x]']), api('x')]],
    ['there are no components', [api('x')]],
    [
      'it is an MCP server',
      [
        component('cart'),
        api('x', ['remotes: [{ type: sse, url: "https://x.example" }]']).replace('openapi', 'mcp-server'),
      ],
    ],
  ])('are fine where %s', (_, parts) => {
    expect(problems(...parts)).toEqual([]);
  });

  it.each([
    ['is refused', component('b', ['providesApis: [x]', 'system: [a]']), 'catalog/'],
    ['does not parse', component('b', ['providesApis: [x', 'system: [a]']), 'yaml/'],
    ['is defined twice', component('cart', ['providesApis: [x]']), 'catalog/duplicate-entity'],
  ])('have no second problem where the provider %s', (_, provider, code) => {
    const found = problems(component('cart'), provider, api('x'));
    expect(found).toEqual([expect.stringMatching(`^${code}`)]);
  });
});

describe('keys that differ in capitals', () => {
  it('are reported at the second, for labels and annotations', () => {
    const cart = component('cart').replace(
      'spec:',
      '  labels: { tier: a, Tier: b }\n  annotations:\n    acme.com/x: a\n    acme.com/y: b\n    acme.com/X: c\nspec:',
    );
    expect(problems(cart)).toEqual([
      'catalog/duplicate-key 5:22 metadata.labels has "Tier" here and "tier" on line 5. Keep one of the two keys.',
      'catalog/duplicate-key 9:5 metadata.annotations has "acme.com/X" here and "acme.com/x" on line 7. Keep one of the two keys.',
    ]);
  });
});

describe('a target named twice', () => {
  it('is reported at the second, in one field and not across fields', () => {
    const cart = component('cart', [
      'providesApis: [x]',
      'consumesApis: [x]',
      'dependsOn: [component:b, api:x, component:default/B]',
    ]);
    expect(problems(cart, component('b'), api('x'))).toEqual([
      'catalog/repeated-reference 11:35 spec.dependsOn[2] names component:default/b, which spec.dependsOn[0] names already. Remove one of the two, or write what was meant.',
    ]);
  });

  it('has no second problem where it leads nowhere', () => {
    const cart = component('cart', ['dependsOn: [component:gone, component:gone]']);
    expect(problems(cart).map((line) => line.split(' ')[0])).toEqual([
      'catalog/reference-not-found',
      'catalog/repeated-reference',
    ]);
  });
});
