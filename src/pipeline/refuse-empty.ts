import type { Catalog } from '../catalog/entity.ts';
import { CallboardError } from '../diagnostics/callboard-error.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/**
 * Stops a run that found nothing: an empty portal over a good one helps nobody, nor does one that shows only what is gone, of
 * which there are `held` entities.
 */
export function refuseEmpty(catalog: Catalog, held: number, diagnostics: readonly Diagnostic[]): void {
  if (catalog.entities.length > held) return;
  const reasons = diagnostics
    .filter((item) => item.severity === 'error')
    .slice(0, 5)
    .map((item) => `\n  ${item.message}`);
  throw new CallboardError(
    'empty-result',
    `No entity was found in any source, so nothing was built.${reasons.join('')}`,
    'Check the sources and catalogPaths of callboard.yaml. The last portal was left as it is.',
  );
}
