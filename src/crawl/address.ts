/** A repository's address, checked: safe to hand to Git. */
export interface RepositoryAddress {
  /** Without credentials; what Git is given. */
  readonly url: string;
  readonly protocol: 'https' | 'http' | 'ssh' | 'file';
  /** Scheme and host, where a token for it may be sent. */
  readonly origin: string;
  /** The same for every way of writing the address of one repository. */
  readonly canonical: string;
  /** `owner/name` as the host has it; for `file:` the last folder's name. */
  readonly slug: string;
  /** Where people browse it, for `https:`, `http:` and `ssh:`. */
  readonly webUrl?: string;
  readonly host: 'github' | 'gitlab' | 'none';
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const unsafe = /[\u0000-\u0020\u007f\\]/;
const shortSsh = /^([\w.-]+@)(\w[\w.-]*):(?!\/\/)([^:]+)$/;

/** Parses a repository's URL (`https:`, `http:`, `ssh:`, `file:`, or `git@host:owner/name`). Gives back what is wrong otherwise. */
export function parseAddress(text: string): RepositoryAddress | { readonly problem: string } {
  if (text.startsWith('-') || (unsafe.test(text) && !text.startsWith('file:')))
    return { problem: 'it is not a plain URL' };
  const url = toUrl(text);
  if (!url) return { problem: 'it is not a URL' };
  const protocol = url.protocol.slice(0, -1);
  if (protocol !== 'https' && protocol !== 'http' && protocol !== 'ssh' && protocol !== 'file') {
    return { problem: `"${url.protocol}" is not one of https:, ssh: and file:` };
  }
  if (url.password !== '' || (url.username !== '' && protocol !== 'ssh')) return { problem: 'it holds credentials' };
  if (url.search !== '' || url.hash !== '') return { problem: 'it has a query or a fragment' };
  if (protocol !== 'file' && !/^[\w[]/.test(url.hostname)) return { problem: 'its host name is not valid' };
  if (!isSafePath(url.pathname, text)) return { problem: 'its path is not valid' };
  return describe(url, protocol);
}

/** Whether a branch or tag name may be handed to Git (`git check-ref-format`, and no leading `-`). */
export function isSafeRefName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const forbidden = /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|^[-/.]|\/\.|[/.]$|\.lock(?:\/|$)/;
  return name !== '' && name.length <= 250 && name !== '@' && !forbidden.test(name);
}

/** Whether text may stand for an owner or a repository in a path of a host's API. */
export function isSafeHostName(name: string): boolean {
  return /^[A-Za-z0-9_.][A-Za-z0-9_.-]{0,99}$/.test(name) && !/^\.\.?$/.test(name);
}

function toUrl(text: string): URL | undefined {
  const short = text.includes('://') ? null : text.match(shortSsh);
  const long = short ? `ssh://${short[1]}${short[2]}/${short[3]}` : text;
  return URL.canParse(long) ? new URL(long) : undefined;
}

// `new URL` resolves "..", so it is looked for in what was written.
function isSafePath(path: string, written: string): boolean {
  const decoded = safeDecode(written);
  if (decoded === undefined || /(?:^|[/\\:])\.{1,2}(?:[/\\]|$)/.test(decoded)) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f\u007f\\]|%(?:2e|2f|5c|25|00)/i.test(decoded + path)) return false;
  return path.length > 1 && !path.split('/').some((segment) => segment.startsWith('-'));
}

function safeDecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function describe(url: URL, protocol: RepositoryAddress['protocol']): RepositoryAddress {
  const path = url.pathname.replace(/\/+$/, '');
  const trimmed = path.replace(/^\/+/, '').replace(/\.git$/, '');
  if (protocol === 'file') {
    const slug = decodeURIComponent(trimmed.replace(/\/$/, '').split('/').at(-1) ?? trimmed);
    return { url: `file://${path}`, protocol, origin: 'file://', canonical: `file://${path}`, slug, host: 'none' };
  }
  const user = url.username ? `${url.username}@` : '';
  // Over SSH the port is the SSH server's, which says nothing of the host's web pages.
  const webUrl = protocol === 'ssh' ? `https://${url.hostname}/${trimmed}` : `${protocol}://${url.host}/${trimmed}`;
  return {
    url: `${protocol}://${user}${url.host}${path}`,
    protocol,
    origin: `${protocol}://${url.host}`,
    canonical: webUrl.toLowerCase(),
    slug: trimmed,
    webUrl,
    host: hostOf(url.hostname),
  };
}

function hostOf(hostname: string): RepositoryAddress['host'] {
  if (/^(?:www\.)?github\./i.test(hostname)) return 'github';
  return /^(?:www\.)?gitlab\./i.test(hostname) ? 'gitlab' : 'none';
}
