import type { GitError } from './git-error.ts';

/** What a failure of Git means to the person who reads about it. */
export interface Failure {
  /** Why, as the end of a sentence: `…: the host refuses the token`. */
  readonly reason: string;
  readonly hint: string;
  /** It may work a moment later. */
  readonly passing: boolean;
  /** The host wants to be left alone for a while. */
  readonly limited: boolean;
  /** The remote end is to blame, so what was fetched before is not. */
  readonly remote: boolean;
}

// Git has one exit code for everything; its English text (LC_ALL=C) is all there is to go by. It decides what people are
// told and whether to try again, nothing else.
const failures: readonly (readonly [pattern: RegExp, reason: string, hint: string, kind?: 'passing' | 'limited'])[] = [
  [
    /Authentication failed|could not read Username|could not read Password|error: 401|Permission denied \(publickey/i,
    'the host asks for other credentials',
    'Give the source a token that may read this repository, and check that it has not expired.',
  ],
  [
    /error: 403|organization has enabled or enforced SAML|IP allow list/i,
    'the host refuses access',
    'Check the rights of the token, single sign-on authorisation and the IP allow list of the organisation.',
  ],
  [/error: 451/, 'the host has blocked it for legal reasons', 'Exclude the repository from its source.'],
  [
    /error: 429/,
    'the host asks to slow down',
    'Run again later, or less often; a token usually has a higher rate limit.',
    'limited',
  ],
  [
    /error: 5\d\d|early EOF|unexpected disconnect|the remote end hung up|RPC failed|Empty reply from server|transfer closed|invalid index-pack output|index-pack failed|expected flush|bad line length/i,
    'the host failed while answering',
    'Run again; if it stays, check the status of the host.',
    'passing',
  ],
  [
    /unable to update url base from redirection|error: 30\d/i,
    'it has moved',
    'Write its present address in callboard.yaml, with ".git" at its end where the host wants that.',
  ],
  [
    /Remote branch .* not found|couldn't find remote ref/i,
    'the branch does not exist',
    'Correct `branch` of the source, or leave it out to use the default branch.',
  ],
  [
    /repository .* not found|does not appear to be a git repository|error: 404|not our ref/i,
    'it does not exist, or the token may not see it',
    'Check the address, and that the token of the source may read it.',
  ],
  [
    /Could not resolve host|Couldn't connect|Failed to connect|Connection (?:refused|reset|timed out)|Operation timed out|Could not connect/i,
    'the host cannot be reached',
    'Check the host name, the network and the proxy settings of this machine.',
    'passing',
  ],
  [
    /certificate|SSL/i,
    'the certificate of the host is not trusted',
    'Set SSL_CERT_FILE or GIT_SSL_CAINFO to the certificate authority of the host.',
  ],
  [
    /dubious ownership/,
    'it belongs to another user',
    'Use a source of type `local` for it, or run as the user that it belongs to.',
  ],
];

/** Says what a failure of Git means and what to do. */
export function classifyFailure(error: GitError): Failure {
  for (const [pattern, reason, hint, kind] of failures) {
    if (!pattern.test(error.output)) continue;
    const limited = kind === 'limited' || error.retryAfterSeconds !== undefined;
    return { reason, hint, passing: kind === 'passing', limited, remote: true };
  }
  return {
    reason: `Git says "${firstLine(error.output)}"`,
    hint: 'Check the repository with `git fsck`.',
    passing: false,
    limited: false,
    remote: false,
  };
}

function firstLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return (lines.find((line) => /^(?:fatal|error):/.test(line)) ?? lines[0] ?? 'nothing').trim().slice(0, 300);
}
