import { describe, expect, it } from 'vitest';
import { portalOf } from '../machine/machine-fixture.ts';
import { planPages } from '../plan-pages.ts';

const yaml = [
  'apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: { name: crew, title: The crew }\nspec: { type: team, children: [] }\n',
  'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: cart, title: "Cart <b>" }\nspec: { type: service, lifecycle: production, owner: crew }\n',
];
const cardsOf = (config: Parameters<typeof portalOf>[1]) =>
  new Map(planPages(portalOf(yaml, config)).map((page) => [page.file, page.view('').frame.card]));
const url = 'https://portal.example/p';

describe('pictures for links', () => {
  it('are those of entities and kinds with their facts, and of the portal for every other page', () => {
    const cards = cardsOf({ url, socialImages: 'pages' });
    expect(cards.get('catalog/default/component/cart/index.html')).toEqual({
      file: 'social/catalog/default/component/cart.png',
      url: `${url}/social/catalog/default/component/cart.png`,
      title: 'Cart <b>',
      name: 'cart',
      line: ['Component', 'The crew'],
      glyph: 'component',
      portal: 'Acme',
    });
    expect(cards.get('catalog/component/index.html')).toMatchObject({
      file: 'social/catalog/component.png',
      glyph: 'component',
      portal: 'Acme',
    });
    for (const path of ['index.html', '404.html', 'problems/index.html'])
      expect(cards.get(path)).toMatchObject({ file: 'social/portal.png', title: 'Acme' });
  });

  it('are one for all where the owner wants that, and none without an address or when the owner wants none', () => {
    const one = new Set([...cardsOf({ url, socialImages: 'portal' }).values()].map((card) => card?.file));
    expect([...one]).toEqual(['social/portal.png']);
    for (const config of [{ socialImages: 'pages' }, { url, socialImages: 'none' }, { url }] as const)
      expect([...cardsOf(config).values()].every((card) => card === undefined)).toBe(true);
  });
});
