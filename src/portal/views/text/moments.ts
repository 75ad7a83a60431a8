const isTime = (time: string): boolean => !Number.isNaN(Date.parse(time));

// Unused ones are left out of scripts.
/** Days as a language writes them, in UTC; `locale` may name a country. What is no time is returned as it is. */
/* @__NO_SIDE_EFFECTS__ */
export const daysIn = (locale: string): ((time: string) => string) => {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return (time) => (isTime(time) ? format.format(new Date(time)) : time);
};

/** Moments to the minute as a language writes them, in UTC. What is no time is returned as it is. */
/* @__NO_SIDE_EFFECTS__ */
export const momentsIn = (locale: string): ((time: string) => string) => {
  const day = daysIn(locale);
  return (time) => (isTime(time) ? `${day(time)}, ${new Date(time).toISOString().slice(11, 16)} UTC` : time);
};
