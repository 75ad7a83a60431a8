import type { CheckedCatalog, FoundProblem } from './catalog-check.ts';

/** Labels and annotations of one entity that differ in capitals only: Backstage takes them for the same and refuses both. */
export function* checkKeySpelling({ entities }: CheckedCatalog): Generator<FoundProblem> {
  for (const entity of entities) {
    for (const field of ['labels', 'annotations'] as const) {
      const keys = Object.keys(entity.draft.metadata[field] ?? {});
      // Nearly all keys are in lower case.
      if (!keys.some((key) => /[A-Z]/.test(key))) continue;
      const first = new Map<string, string>();
      for (const key of keys) {
        const other = first.get(key.toLowerCase());
        if (other === undefined) first.set(key.toLowerCase(), key);
        else {
          const { line } = entity.draft.document.locate(['metadata', field, other], 'key');
          const message = `metadata.${field} has "${key}" here and "${other}" on line ${line}.`;
          yield {
            entity,
            problem: { code: 'catalog/duplicate-key', message, path: ['metadata', field, key], part: 'key' },
          };
        }
      }
    }
  }
}
