import { expect, it } from 'vitest';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { syntheticCatalog } from './synthetic-catalog.ts';

const size = { entities: 2000, seed: 5 };

it('makes a catalog of the size asked for, sound, with about three claims an entity', () => {
  const { value, diagnostics } = readCatalog({ repositories: syntheticCatalog(size), allow: ['*'] });
  expect(value.entities).toHaveLength(2000);
  expect(diagnostics.filter(({ code }) => code.startsWith('catalog/reference'))).toEqual([]);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const claims = value.entities.reduce((sum, entity) => sum + entity.claims.length, 0);
  expect(claims / 2000).toSatisfy((each: number) => each > 2.7 && each < 3.3);
});

it('makes the same from the same seed, and another from another', () => {
  const text = (seed: number) => JSON.stringify(syntheticCatalog({ ...size, seed }).map(({ files }) => [...files]));
  expect(text(5)).toBe(text(5));
  expect(text(6)).not.toBe(text(5));
});
