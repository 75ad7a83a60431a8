import { day } from './format.ts';

/** What lists say of what is shown as it was. */
export const awaitsRemoval = 'awaits removal';
export const earlierVersion = 'earlier version';
export const asOf = (time: string) => `as of ${day(time)}`;
