import type { HostAnswer, HostFailure } from './host-answer.ts';

const again = 'Run again; if it stays, check the status of the host.';

/** Why answers of any host cannot be used. */
export const commonFailures = {
  unreachable: (problem: string): HostFailure => ({
    kind: 'passing',
    reason: `the host cannot be reached (${problem.slice(0, 200)})`,
    hint: 'Check the host name, the network and the proxy settings of this machine.',
  }),
  late: (): HostFailure => ({ kind: 'too-much', reason: 'the host does not answer in time', hint: again }),
  gateway: (status: number): HostFailure => ({
    kind: 'too-much',
    reason: `the host gave up on its own answer (status ${status})`,
    hint: again,
  }),
  tooMuch: (): HostFailure => ({ kind: 'too-much', reason: 'the host ran out of time or resources', hint: again }),
  broken: (status: number): HostFailure => ({
    kind: 'passing',
    reason: `the host failed (status ${status})`,
    hint: again,
  }),
  malformed: (): HostFailure => ({ kind: 'passing', reason: 'its answer is not JSON', hint: again }),
  confused: (text: string): HostFailure => ({
    kind: 'passing',
    reason: `the host says ${JSON.stringify(text.slice(0, 200))}`,
    hint: again,
  }),
  unsupported: (text: string): HostFailure => ({
    kind: 'unsupported',
    reason: `the host does not know the query (${text.slice(0, 200)})`,
    hint: again,
  }),
  blocked: (): HostFailure => ({
    kind: 'blocked',
    reason: 'the host has blocked it for legal reasons (status 451)',
    hint: 'Ask the host, or exclude it from the source.',
  }),
  limited: (waitSeconds: number | undefined, hint: string): HostFailure => ({
    kind: 'limited',
    reason: 'the rate limit is used up',
    hint,
    ...(waitSeconds !== undefined && { waitSeconds }),
  }),
};

/** Seconds that `retry-after` asks for, in either of its forms; `undefined` without it. `now` in milliseconds since 1970. */
export function retryAfter(headers: HostAnswer['headers'], now: number): number | undefined {
  const after = headers['retry-after'];
  if (after === undefined) return undefined;
  const seconds = Number(after);
  return Number.isFinite(seconds) ? seconds : Math.ceil((Date.parse(String(after)) - now) / 1000);
}
