import type { HostFailure } from './host-answer.ts';
import type { Gap, HostListing, HostRepository } from './host-repository.ts';

/** What was listed from the first page to the last. */
export interface Pass {
  readonly listed: ReadonlyMap<number, HostRepository>;
  readonly gaps: readonly Gap[];
  readonly pages: number;
  /** Listing it again would be no better. */
  readonly isFinal: boolean;
}

/** How often a list of several pages is begun. */
const mostPasses = 3;

/**
 * Lists what comes in pages that are places in a list: when something goes that stood on an earlier page, the next page begins
 * one too late. So a list of several pages counts only when it was whole and everything in it is there still when it is listed
 * again. Gives back the failure when nothing could be listed.
 */
export async function listUntilStable(
  listOnce: () => Promise<Pass | { readonly failure: HostFailure }>,
): Promise<HostListing | { readonly failure: HostFailure }> {
  const all = new Map<number, HostRepository>();
  let before: Pass | undefined;
  for (let number = 1; number <= mostPasses; number += 1) {
    const pass = await listOnce();
    if ('failure' in pass && !before) return pass;
    if ('failure' in pass) return { repositories: [...all.values()], gaps: [brokeOff(all.size, pass.failure)] };
    for (const [id, repository] of pass.listed) all.set(id, repository);
    const agrees = before ? isWithin(before, pass) : pass.pages === 1;
    if (pass.gaps.length === 0 && agrees) return { repositories: [...pass.listed.values()], gaps: [] };
    before = pass;
    if (pass.isFinal) break;
  }
  const changing: Gap = { reason: 'it changed every time that it was listed' };
  return { repositories: [...all.values()], gaps: before?.gaps.length ? before.gaps : [changing] };
}

// What is in the list now and was not before came, or had been skipped.
function isWithin(before: Pass, pass: Pass): boolean {
  return before.gaps.length === 0 && [...before.listed.keys()].every((id) => pass.listed.has(id));
}

/** The list ends before its end. */
export function brokeOff(count: number, { reason, hint }: HostFailure): Gap {
  return { reason: `it broke off after ${count} repositories: ${reason}`, hint };
}

/** A page brings nothing new, and says that there is more. */
export function endless(count: number): Gap {
  return { reason: `nothing new comes after ${count} repositories` };
}
