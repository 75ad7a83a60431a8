import type { SchemaProblem } from '../catalog/validation/schema-problem.ts';
import { didYouMean } from '../catalog/validation/schema-problem.ts';
import { areaKey } from '../diagnostics/apply-severities.ts';
import { diagnosticCodes } from '../diagnostics/codes.ts';

const codes = Object.keys(diagnosticCodes);
const known: ReadonlySet<string> = new Set([...codes, ...codes.map(areaKey)]);

/** Keys of the `diagnostics` section that are no code of Callboard and no area of codes, with the nearest one. */
export function checkSeverities(value: unknown): readonly SchemaProblem[] {
  const section: unknown = (value as { readonly diagnostics?: unknown } | null)?.diagnostics;
  if (typeof section !== 'object' || section === null || Array.isArray(section)) return [];
  return Object.keys(section)
    .filter((key) => !known.has(key))
    .map((key) => ({
      path: ['diagnostics', key],
      message: `there is no problem with the code "${key}"${didYouMean(key, [...known]) || '; write a code as reports show it, or area/* for all of an area'}`,
    }));
}
