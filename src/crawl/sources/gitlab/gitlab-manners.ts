import type { HostManners } from '../hosts/ask-patiently.ts';
import { classifyAnswer, limitHint } from './host-failure.ts';

/** What GitLab says of its rate limits: https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/#response-headers. */
export const gitlabManners: HostManners = {
  name: 'GitLab',
  classify: classifyAnswer,
  usedUpUntil: (headers) => {
    const reset = Number(headers['ratelimit-reset']);
    // A second more: the reset is told in whole seconds.
    return String(headers['ratelimit-remaining']) === '0' && Number.isFinite(reset) ? (reset + 1) * 1000 : undefined;
  },
  limitHint,
};
