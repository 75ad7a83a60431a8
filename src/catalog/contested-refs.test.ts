import { describe, expect, it } from 'vitest';
import type { LastGood } from './last-good/good-entity.ts';
import { readCatalog } from './read-catalog.ts';
import { component, repositoryOf } from './repository-fixture.ts';

const allow = ['*'];
const cartOf = (slug: string) =>
  repositoryOf(slug, { 'catalog-info.yaml': component('cart').replace('name: cart', `name: cart\n  title: ${slug}`) });
const without = (slug: string) => repositoryOf(slug, { 'catalog-info.yaml': component(`other-${slug.slice(5)}`) });

/** Reads day after day, each with what the day before remembered; says whose cart counts and who is told. */
function portal() {
  let lastGood: LastGood = new Map();
  return (...repositories: readonly ReturnType<typeof cartOf>[]) => {
    const results = [repositories, [...repositories].reverse()].map((order) =>
      readCatalog({ repositories: order, allow, lastGood }),
    );
    expect(results[0]).toEqual(results[1]);
    const { value, diagnostics } = results[0] as (typeof results)[number];
    lastGood = value.lastGood ?? lastGood;
    return {
      winner: value.byRef.get('component:default/cart')?.entity.metadata.title,
      told: diagnostics
        .filter(({ code }) => code === 'catalog/duplicate-entity')
        .map(({ source }) => source?.repository),
    };
  };
}

describe('a reference that two repositories claim', () => {
  it('stays with the repository that had it, whatever the other is called, for as long as both claim it', () => {
    const day = portal();
    expect(day(cartOf('acme/shop'))).toEqual({ winner: 'acme/shop', told: [] });
    for (let again = 0; again < 3; again += 1) {
      expect(day(cartOf('acme/shop'), cartOf('aaa/late'))).toEqual({ winner: 'acme/shop', told: ['aaa/late'] });
    }
    expect(day(cartOf('acme/shop'), cartOf('aaa/late'), cartOf('aaa/later'))).toEqual({
      winner: 'acme/shop',
      told: ['aaa/late', 'aaa/later'],
    });
  });

  it('goes to the other once its holder gives it up, and does not come back by itself', () => {
    const day = portal();
    day(cartOf('acme/shop'));
    day(cartOf('acme/shop'), cartOf('zzz/other'));
    expect(day(without('acme/shop'), cartOf('zzz/other'))).toEqual({ winner: 'zzz/other', told: [] });
    expect(day(cartOf('acme/shop'), cartOf('zzz/other'))).toEqual({ winner: 'zzz/other', told: ['acme/shop'] });
  });

  it('goes to the first by name when both are new', () => {
    const day = portal();
    expect(day(cartOf('acme/b'), cartOf('acme/a'))).toEqual({ winner: 'acme/a', told: ['acme/b'] });
    expect(day(cartOf('acme/b'), cartOf('acme/a'))).toEqual({ winner: 'acme/a', told: ['acme/b'] });
  });
});
