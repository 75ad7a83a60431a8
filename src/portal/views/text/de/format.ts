import { directionOf } from '../direction.ts';
import { daysIn, momentsIn } from '../moments.ts';
import { numbersIn } from '../plurals.ts';

/** The language itself, BCP 47, and how it writes numbers and times. */
export const language = 'de';

/** "12.000". */
export const number = numbersIn(language);
/** `2026-03-04T10:00:00Z` → `4. März 2026`, in UTC. What is no time is returned as it is. */
export const day = daysIn(language);
/** `2026-11-19T14:00:05Z` → `19. Nov. 2026, 14:00 UTC`. What is no time is returned as it is. */
export const moment = momentsIn(language);
/** The `lang` of what is English in every language, such as messages of problems: `undefined` where the page is English, too. */
export const english: string | undefined = 'en';
/** Which way it is written. */
export const direction = directionOf(language);
