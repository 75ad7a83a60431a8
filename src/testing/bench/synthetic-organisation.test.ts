import { expect, it } from 'vitest';
import { syntheticOrganisation } from './synthetic-organisation.ts';

const size = { repositories: 20, entities: 200, docs: 3, seed: 7 };

it('makes as many repositories, entities and docs sites as asked for', () => {
  const repositories = [...syntheticOrganisation(size).values()];
  const kinds = repositories.flatMap((files) => files['catalog-info.yaml']?.match(/^kind:/gm) ?? []);
  expect(repositories).toHaveLength(20);
  expect(kinds).toHaveLength(200);
  expect(repositories.filter((files) => files['docs/index.md'])).toHaveLength(3);
});

it('makes the same from the same seed, and another from another', () => {
  const text = (seed: number) => JSON.stringify([...syntheticOrganisation({ ...size, seed })]);
  expect(text(7)).toBe(text(7));
  expect(text(8)).not.toBe(text(7));
});
