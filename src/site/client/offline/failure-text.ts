import * as text from '@text/offline';
import { SavingFailed } from './failure.ts';
import { canSave } from './place.ts';

/** Why saving failed, for people. */
export const failureText = (error: unknown): string => {
  if (!(error instanceof SavingFailed)) return text.failedOther;
  if (error.reason === 'quota') return text.failedQuota(error.need, error.free);
  return { network: text.failedNetwork, changed: text.failedChanged, cancelled: '' }[error.reason];
};

/** Why nothing can be saved here; `undefined`: it can. */
export const obstacle = (): string | undefined => {
  if (!isSecureContext) return text.cannotInsecure;
  return canSave() ? undefined : text.cannotStore;
};
