import { day } from './format.ts';

/** What lists say of what is shown as it was. */
export const awaitsRemoval = 'soll entfernt werden';
export const earlierVersion = 'frühere Fassung';
export const asOf = (time: string) => `Stand ${day(time)}`;

/** Of an entity whose newest definition cannot be used. */
export const stale = 'Frühere Fassung';
export const staleTitle = 'Diese Seite zeigt eine frühere Fassung';
/** Between the above and a commit. */
export const ofCommit = 'aus Commit';
export const staleReason = 'Die neueste hat ein Problem und erscheint, sobald es behoben ist:';
