import { base } from './place.ts';
import type { PartChoice } from './records.ts';

const key = `callboard:1:${base}:saving`;

/** What is being saved, so that the next page goes on with it; `undefined`: nothing. */
export const readPending = (): PartChoice | undefined => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

/** Keeps in mind what is being saved. Where storage is forbidden, an interruption has to be made good by hand. */
export const rememberPending = (choice: PartChoice): void => {
  try {
    localStorage.setItem(key, JSON.stringify(choice));
  } catch {}
};

/** Nothing is being saved any longer. */
export const forgetPending = (): void => {
  try {
    localStorage.removeItem(key);
  } catch {}
};
