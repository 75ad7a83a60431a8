import type { StatusMark } from '../views/status.ts';
import type { Removal, StatusOutcome } from './crawl-status.ts';
import { type OutcomeCounts, shownRepositories } from './status-counts.ts';

/** What people read for an outcome. */
export const outcomeMarks: Readonly<Record<StatusOutcome, StatusMark>> = {
  fresh: { text: 'up to date', tone: 'good' },
  stale: { text: 'could not be read', tone: 'warn' },
  refused: { text: 'cannot be used', tone: 'warn' },
  held: { text: 'awaits removal', tone: 'bad' },
  removed: { text: 'removed', tone: 'quiet' },
  absent: { text: 'never read', tone: 'bad' },
};

/** One line on how many repositories are up to date. */
export function summarise(counts: OutcomeCounts, isListed: boolean): StatusMark {
  const all = shownRepositories(counts) + counts.absent;
  const names = all === 1 ? 'repository' : 'repositories';
  if (counts.fresh < all) {
    return { text: `${number(counts.fresh)} of ${number(all)} ${names} up to date`, tone: 'warn' };
  }
  return isListed
    ? { text: `All ${number(all)} ${names} up to date`, tone: 'good' }
    : { text: `All ${number(all)} listed ${names} up to date; there may be more`, tone: 'warn' };
}

/** What a removal took away: "3 entities: a, b, c. The repository was deleted." */
export function describeRemoval({ entities, reason }: Removal, shown = 5): string {
  const rest = entities.length - shown;
  const names = entities.slice(0, shown).join(', ') + (rest > 0 ? `, and ${number(rest)} more` : '');
  return `${number(entities.length)} ${entities.length === 1 ? 'entity' : 'entities'}: ${names}. ${reason}`;
}

/** A number as English prose has it. */
export function number(value: number): string {
  return value.toLocaleString('en');
}
