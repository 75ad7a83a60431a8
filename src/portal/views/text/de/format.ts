import { momentsIn } from '../moments.ts';
import { numbersIn } from '../plurals.ts';

/** The language itself, BCP 47, and how it writes numbers and times. */
export const language = 'de';
const moments = momentsIn(language);

/** "12.000". */
export const number = numbersIn(language);
/** `2026-03-04T10:00:00Z` → `4. März 2026`, in UTC. What is no time is returned as it is. */
export const day = moments.day;
/** `2026-11-19T14:00:05Z` → `19. Nov. 2026, 14:00 UTC`. What is no time is returned as it is. */
export const moment = moments.moment;
