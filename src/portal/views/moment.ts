const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** `2026-03-04T10:00:00Z` → `4 Mar 2026`, in UTC. What is no time is returned as it is. */
export const formatDay = (time: string): string => {
  const moment = new Date(time);
  return Number.isNaN(moment.getTime()) ? time : day.format(moment);
};

/** `2026-11-19T14:00:05Z` → `19 Nov 2026, 14:00 UTC`. What is no time is returned as it is. */
export const formatMoment = (time: string): string => {
  const moment = new Date(time);
  return Number.isNaN(moment.getTime()) ? time : `${day.format(moment)}, ${moment.toISOString().slice(11, 16)} UTC`;
};
