import type { HostManners } from '../hosts/ask-patiently.ts';
import { classifyAnswer, limitHint } from './host-failure.ts';

/** What GitHub says of its rate limits, by https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api. */
export const githubManners: HostManners = {
  name: 'GitHub',
  classify: classifyAnswer,
  usedUpUntil: (headers) => {
    const reset = Number(headers['x-ratelimit-reset']);
    // A second more: the reset is told in whole seconds.
    return String(headers['x-ratelimit-remaining']) === '0' && Number.isFinite(reset) ? (reset + 1) * 1000 : undefined;
  },
  limitHint,
};
