const units: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** "3 days ago". `then` and `now` in milliseconds. */
export const relativeTime = (then: number, now: number, language = 'en'): string => {
  const seconds = (then - now) / 1000;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const [unit, size] = units.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', 1];
  return unit === 'second' ? 'just now' : format.format(Math.round(seconds / size), unit);
};

/** Makes every `<time data-relative>` relative; the absolute time stays in its title. */
export const startRelativeTimes = (): void => {
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-relative]')) {
    const then = Date.parse(time.dateTime);
    if (Number.isNaN(then)) continue;
    time.title = new Date(then).toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short' });
    time.textContent = relativeTime(then, Date.now());
  }
};
