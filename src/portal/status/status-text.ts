import type { StatusMark } from '../views/status.ts';
import { type Language, textsIn } from '../views/text/texts.ts';
import type { Removal, StatusOutcome } from './crawl-status.ts';
import { type OutcomeCounts, shownRepositories } from './status-counts.ts';

const tones: Readonly<Record<StatusOutcome, StatusMark['tone']>> = {
  fresh: 'good',
  stale: 'warn',
  refused: 'warn',
  held: 'bad',
  removed: 'quiet',
  absent: 'bad',
};

/** What people read for an outcome. */
export function outcomeMark(outcome: StatusOutcome, language: Language): StatusMark {
  return { text: textsIn(language).status.outcomes[outcome], tone: tones[outcome] };
}

/** One line on how many repositories are up to date. */
export function summarise(counts: OutcomeCounts, isListed: boolean, language: Language): StatusMark {
  const text = textsIn(language).status;
  const all = shownRepositories(counts) + counts.absent;
  if (counts.fresh < all) return { text: text.someUpToDate(counts.fresh, all), tone: 'warn' };
  return isListed ? { text: text.allUpToDate(all), tone: 'good' } : { text: text.allListedUpToDate(all), tone: 'warn' };
}

/** Refs of a removal that people read. */
const namesShown = 5;

/** What a removal took away: "3 entities: a, b, c." Why is `Removal.reason`, which is English. */
export function describeRemoval({ entities }: Removal, language: Language): string {
  return textsIn(language).status.removal(entities.length, entities.slice(0, namesShown));
}
