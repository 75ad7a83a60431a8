import { expect, it } from 'vitest';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { document, repositoryOf } from '../../catalog/repository-fixture.ts';

import { fuzzCatalog } from './fuzz-catalog.ts';
import { validDescriptors } from './hostile-descriptors.ts';
import { readRecordedFiles } from './recorded-files.ts';

it('reads thousands of hostile catalog files: no crash, none slow, no prototype touched, every problem with its line', () => {
  const { failure, entities, codes } = fuzzCatalog({ runs: 3000, seed: 20261121, recorded: readRecordedFiles() });
  expect(failure).toBeUndefined();
  // The inputs reach both ends: entities that are read, and nearly every way of refusing one.
  expect(entities).toBeGreaterThan(1000);
  expect(codes.size).toBeGreaterThan(30);
});

it('starts from descriptors that are sound', () => {
  for (const text of validDescriptors) {
    const files = { 'catalog-info.yaml': text, 'other.yaml': document('Domain', 'other', ['owner: team']) };
    const { value, diagnostics } = readCatalog({ repositories: [repositoryOf('acme/shop', files)], allow: ['*'] });
    expect(value.entities.length).toBeGreaterThan(0);
    // One of the Location's targets leads out of the repository, and should.
    const wrong = diagnostics.filter(
      ({ severity, code }) => severity === 'error' && code !== 'catalog/location-invalid',
    );
    expect(wrong).toEqual([]);
  }
});
