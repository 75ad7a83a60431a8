const units: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** "3 days ago": whole units that have passed, as people count them. `then` and `now` in milliseconds. */
export const relativeTime = (then: number, now: number, language: string): string => {
  const seconds = (then - now) / 1000;
  const [unit, size] = units.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', Number.POSITIVE_INFINITY];
  // "Yesterday" and "last year" are days and years of the calendar, which spans of time are not; only "now" is.
  const format = new Intl.RelativeTimeFormat(language, { numeric: unit === 'second' ? 'auto' : 'always' });
  return format.format(Math.trunc(seconds / size), unit);
};

/** Makes every `<time data-relative>` relative; the absolute time stays in its title. */
export const startRelativeTimes = (): void => {
  const { lang } = document.documentElement;
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-relative]')) {
    const then = Date.parse(time.dateTime);
    if (Number.isNaN(then)) continue;
    time.title = new Date(then).toLocaleString(lang === 'en' ? 'en-GB' : lang, {
      dateStyle: 'full',
      timeStyle: 'short',
    });
    time.textContent = relativeTime(then, Date.now(), lang);
  }
};
