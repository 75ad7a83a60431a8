import { basicCredentials } from './scrub.ts';

/** Where a token may be sent, and the token. */
export interface Credentials {
  /** Scheme and host (`https://github.com`): the token goes to URLs below it and nowhere else. */
  readonly origin: string;
  readonly token: string;
}

/** What one call of Git may use. Everything that is not named here is off. */
export interface GitAccess {
  /** Git's own folder (`…/.git`, or the bare repository). Naming it keeps Git from searching and from ownership checks. */
  readonly gitFolder?: string;
  /** The transport that may be used; none when absent, and then missing objects are never fetched either. */
  readonly protocol?: 'https' | 'http' | 'ssh' | 'file';
  readonly credentials?: Credentials;
  /** Further settings for this call alone. */
  readonly settings?: Readonly<Record<string, string>>;
}

const hardening = {
  'core.hooksPath': '/dev/null',
  'core.symlinks': 'false',
  'core.fsmonitor': 'false',
  'core.attributesFile': '/dev/null',
  'credential.helper': '',
  // Larger files are passed on piece by piece instead of being held: half a megabyte can unpack to a gigabyte.
  'core.bigFileThreshold': '8m',
  'gc.auto': '0',
  'maintenance.auto': 'false',
  'submodule.recurse': 'false',
  // A token travels as a header; with redirects off it can reach no second host.
  'http.followRedirects': 'false',
};

// Proxies and certificates belong to the machine, not to a repository.
const machine = ['PATH', 'TMPDIR', 'SystemRoot', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'GIT_SSL_CAINFO'];
const proxies = ['http_proxy', 'https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY', 'all_proxy', 'ALL_PROXY'];
const secureShell = ['HOME', 'SSH_AUTH_SOCK'];

/**
 * The whole environment of a Git process: nothing of the user's or the system's configuration, no prompts, no hooks, no
 * protocol but the one named. The token is here and in no argument, URL or file.
 */
export function gitEnvironment(access: GitAccess): Record<string, string> {
  const inherited = [
    ...machine,
    ...(access.protocol ? proxies : []),
    ...(access.protocol === 'ssh' ? secureShell : []),
  ];
  return {
    ...Object.fromEntries(inherited.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
    ...(access.protocol === 'ssh' ? {} : { HOME: '/nonexistent' }),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    GIT_SSH_COMMAND: 'ssh -oBatchMode=yes',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    // Stronger than protocol.allow: it overrides whatever a repository's own configuration allows.
    GIT_ALLOW_PROTOCOL: access.protocol ?? 'none',
    ...(access.protocol ? {} : { GIT_NO_LAZY_FETCH: '1' }),
    // Never searched for: the working folder may lie inside somebody's repository.
    GIT_DIR: access.gitFolder ?? '/nonexistent',
    ...settingsAsEnvironment({ ...hardening, ...access.settings }, access.credentials),
  };
}

function settingsAsEnvironment(settings: Readonly<Record<string, string>>, credentials: Credentials | undefined) {
  const pairs = Object.entries(settings);
  if (credentials) {
    pairs.push([
      `http.${credentials.origin}/.extraHeader`,
      `Authorization: Basic ${basicCredentials(credentials.token)}`,
    ]);
  }
  return Object.fromEntries([
    ['GIT_CONFIG_COUNT', String(pairs.length)],
    ...pairs.flatMap(([key, value], index) => [
      [`GIT_CONFIG_KEY_${index}`, key],
      [`GIT_CONFIG_VALUE_${index}`, value],
    ]),
  ]) as Record<string, string>;
}
