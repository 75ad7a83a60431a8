import type { Age } from '../config/config.ts';
import type { StaleDocs } from '../portal/docs-freshness.ts';
import { type Language, textsIn } from '../portal/views/text/texts.ts';

const days = { day: 1, week: 7 } as const;

/** From which date on back docs count as not touched for long, and how that is said. `undefined`: they never do. Pure. */
export function staleDocs(age: Age | undefined, crawledAt: string, language: Language): StaleDocs | undefined {
  if (!age) return undefined;
  const { count, unit } = age;
  const date = new Date(crawledAt);
  if (unit === 'day' || unit === 'week') date.setUTCDate(date.getUTCDate() - count * days[unit]);
  else date.setUTCMonth(date.getUTCMonth() - count * (unit === 'year' ? 12 : 1));
  if (Number.isNaN(date.getTime())) return undefined;
  return { before: date.toISOString(), text: textsIn(language).docs.untouched(count, unit) };
}
