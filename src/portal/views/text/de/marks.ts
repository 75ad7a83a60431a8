import { day } from './format.ts';

/** What lists say of what is shown as it was. */
export const awaitsRemoval = 'soll entfernt werden';
export const earlierVersion = 'frühere Fassung';
export const asOf = (time: string) => `Stand ${day(time)}`;
