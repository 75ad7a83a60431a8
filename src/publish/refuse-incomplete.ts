import { CallboardError } from '../diagnostics/callboard-error.ts';
import type { Manifest } from './manifest.ts';
import type { CurrentManifest } from './read-current-manifest.ts';

/**
 * Refuses to publish a first release that is not whole over a site that has something: what it lacks would disappear from
 * there. The same release again is no such thing: a publish that was cut off can be finished. Throws `publish/incomplete-first`.
 */
export function refuseIncomplete(next: Manifest, { current, warnings }: CurrentManifest, target: string): void {
  if (next.incompleteFirst === undefined) return;
  const isUnknown = warnings.length > 0;
  const hasSite = current !== undefined && current.entries.length > 0 && !sameEntries(current, next);
  if (!isUnknown && !hasSite) return;
  throw new CallboardError(
    'publish/incomplete-first',
    `This build knows nothing of earlier ones, and is not whole: ${next.incompleteFirst} ${target} holds a portal already.`,
    'Keep the folder .callboard between builds, or build again when the sources can be read. To publish all the same: --allow-incomplete.',
  );
}

function sameEntries(left: Manifest, right: Manifest): boolean {
  return JSON.stringify(left.entries) === JSON.stringify(right.entries);
}
