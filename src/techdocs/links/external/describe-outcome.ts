import type { DiagnosticCode } from '../../../diagnostics/codes.ts';
import type { Outcome } from './verdict.ts';

/** What is said of a link to the web. */
export interface SaidOfLink {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint?: string;
}

/** What is to be said of an address; nothing where all is well or nothing is known. */
export function describeOutcome(url: string, outcome: Outcome | undefined): SaidOfLink | undefined {
  const shown = url.length > 200 ? `${url.slice(0, 200)}…` : url;
  if (outcome?.type === 'broken') {
    return { code: 'techdocs/external-link-broken', message: `The link to ${shown} is broken: ${outcome.reason}` };
  }
  if (outcome?.type === 'unreachable') {
    return { code: 'techdocs/external-link-unreachable', message: `The link to ${shown}: ${outcome.reason}` };
  }
  if (outcome?.type !== 'good' || outcome.to === undefined) return undefined;
  const message = `What ${shown} leads to has moved for good`;
  return { code: 'techdocs/external-link-moved', message, hint: `Write ${outcome.to} instead.` };
}
