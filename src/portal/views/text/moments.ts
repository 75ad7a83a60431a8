/** Times as a language writes them, in UTC; `locale` may name a country. What is no time is returned as it is. */
export const momentsIn = (
  locale: string,
): { readonly day: (time: string) => string; readonly moment: (time: string) => string } => {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const isTime = (time: string) => !Number.isNaN(Date.parse(time));
  const day = (time: string) => (isTime(time) ? format.format(new Date(time)) : time);
  return {
    day,
    moment: (time) => (isTime(time) ? `${day(time)}, ${new Date(time).toISOString().slice(11, 16)} UTC` : time),
  };
};
