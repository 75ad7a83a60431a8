import { day } from './format.ts';

/** What lists say of what is shown as it was. */
export const awaitsRemoval = 'awaits removal';
export const earlierVersion = 'earlier version';
export const asOf = (time: string) => `as of ${day(time)}`;

/** Of an entity whose newest definition cannot be used. */
export const stale = 'Earlier version';
export const staleTitle = 'This page shows an earlier version';
/** Between the above and a commit. */
export const ofCommit = 'of';
export const staleReason = 'The newest one has a problem and is shown once that is corrected:';
