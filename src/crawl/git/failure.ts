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

type Kind = 'passing' | 'limited' | 'local';

// Git has one exit code for everything; its English text (LC_ALL=C) is all there is to go by, and what the host says itself. It
// decides what people are told and whether to try again, nothing else. The first that fits counts.
const failures: readonly (readonly [pattern: RegExp, reason: string, hint: string, kind?: Kind])[] = [
  [
    /No space left on device|Disk quota exceeded|File too large|file write error|unable to write (?:file|loose)|died of signal 25/i,
    'there is no room left on this disk',
    'Make room for `.callboard/`, and run again: what was read before is still there.',
    'local',
  ],
  [
    /SAML SSO|enabled or enforced SAML|SAML enforcement|single sign-on/i,
    'the organisation enforces single sign-on and the token is not authorised for it',
    'Authorise the token: "Configure SSO" beside it in the settings of the account that it belongs to.',
  ],
  [
    /IP allow list/i,
    'the IP allow list of the organisation does not have the address of this machine',
    'Add the address that this job runs from to the IP allow list, or run the job where the address is on it.',
  ],
  [
    /\bsuspended\b/i,
    'the app or account has been suspended',
    'An owner of the organisation can lift the suspension, under "GitHub Apps" in its settings.',
  ],
  [
    /Authentication failed|could not read Username|could not read Password|error: 401|Permission denied \(publickey/i,
    'the host asks for other credentials',
    'Give the source a token that may read this repository, and check that it has not expired.',
  ],
  [
    /error: 403/,
    'the host refuses access',
    'Give the token or app read access to the contents of this repository, or exclude it from its source.',
  ],
  [
    /error: 451|DMCA/,
    'the host has blocked it for legal reasons',
    'Ask the host why, or exclude the repository from its source.',
  ],
  [
    /error: 429/,
    'the host asks to slow down',
    'Run again later, or less often; a token usually has a higher rate limit.',
    'limited',
  ],
  [
    /corrupt pack|pack has bad object|index-pack failed|invalid index-pack output|inflate: data stream error|SHA1 COLLISION|pack is corrupted/i,
    'what the host sends is damaged',
    'Run again; if it stays, run `git fsck` on the host, or ask it to.',
    'passing',
  ],
  [
    /error: 5\d\d|early EOF|unexpected disconnect|the remote end hung up|RPC failed|Empty reply from server|transfer closed|expected flush|bad line length/i,
    'the host failed while answering',
    'Run again; if it stays, check the status of the host.',
    'passing',
  ],
  [
    /does not answer as Git does/,
    'what answers there is not Git',
    'Open the address in a browser: a page for signing in, or of a proxy, may stand before the host.',
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
    /not our ref|unadvertised object/i,
    'the commit that it stood at is gone',
    'Run again: somebody pushed to it by force, or renamed it, while it was read.',
  ],
  [
    /repository .* not found|does not appear to be a git repository|error: 404/i,
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
    /Out of memory|malloc failed|cannot fork/i,
    'it is too much for the memory of this machine',
    'Exclude the repository from its source, or give the job more memory.',
    'local',
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
    return { reason, hint, passing: kind === 'passing', limited, remote: kind !== 'local' };
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
