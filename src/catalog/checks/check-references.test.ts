import { describe, expect, it } from 'vitest';
import { catalogOf, component, document, documents } from '../repository-fixture.ts';

const team = document('Group', 'team', ['type: team', 'children: []']);

describe('references', () => {
  it('names what was probably meant, at the line of the reference', () => {
    const result = catalogOf(
      documents(
        document('Group', 'payments', ['type: team', 'children: []']),
        component('cart').replace('owner: team', 'owner: paymnets'),
        component('a', ['dependsOn: [component:carts, cart, "component:", resource:cart]']).replace(
          'owner: team',
          'owner: cart',
        ),
      ),
    );
    expect(
      result.diagnostics.map(({ code, message, hint, source }) => [
        `${code} ${source?.line}:${source?.column}`,
        message,
        hint,
      ]),
    ).toEqual([
      [
        'catalog/reference-not-found 16:10',
        'spec.owner refers to group:default/paymnets, which is not in the catalog.',
        'Did you mean group:default/payments?',
      ],
      [
        'catalog/reference-not-found 25:10',
        'spec.owner refers to group:default/cart, which is not in the catalog.',
        'component:default/cart has that name, but is a Component; a Group or User is needed here.',
      ],
      [
        'catalog/reference-not-found 26:15',
        'spec.dependsOn[0] refers to component:default/carts, which is not in the catalog.',
        'Did you mean component:default/cart?',
      ],
      [
        'catalog/reference-invalid 26:32',
        'spec.dependsOn[1]: "cart" names no kind, and there is none to assume here.',
        'Did you mean component:default/cart?',
      ],
      ['catalog/reference-invalid 26:38', 'spec.dependsOn[2]: "component:" is not a reference.', expect.any(String)],
      [
        'catalog/reference-not-found 26:52',
        'spec.dependsOn[3] refers to resource:default/cart, which is not in the catalog.',
        'Did you mean component:default/cart?',
      ],
    ]);
  });

  it('reports a kind that makes no sense, and draws the relation all the same', () => {
    const result = catalogOf(
      documents(component('cart'), component('b').replace('owner: team', 'owner: component:cart'), team),
    );
    expect(result.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['catalog/reference-wrong-kind', 'spec.owner is "component:cart", which is a Component and not a Group or User.'],
    ]);
    expect(result.value.byRef.get('component:default/cart')?.entity.relations).toContainEqual({
      type: 'ownerOf',
      targetRef: 'component:default/b',
    });
  });

  it('says nothing of references to what is refused for a reason of its own', () => {
    const result = catalogOf(
      documents(team, component('b', ['system: shop']), document('System', 'shop', ['domain: [x]'])),
    );
    expect(new Set(result.diagnostics.map(({ entityRef }) => entityRef))).toEqual(new Set(['system:default/shop']));
  });
});
