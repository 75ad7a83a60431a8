import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CallboardError } from '../../diagnostics/callboard-error.ts';
import { fetchText } from './fetch-text.ts';

/** Where the files of a published catalog are read from. */
export interface PortalFiles {
  /** For people: the URL or folder of the portal. */
  readonly address: string;
  /** Text of a file below `api/catalog/`; `undefined` when it is not there. Throws a CallboardError when it cannot be read. */
  readonly read: (name: string) => Promise<string | undefined>;
}

const folder = 'api/catalog';
/** A hundred thousand entities with three hundred thousand relations are about 30 MB. */
const maximalBytes = 200 * 1024 * 1024;
const timeout = 30_000;

/**
 * Opens a portal by its URL or folder. `token` goes to the portal's own host: `user:password`, a complete
 * `Authorization` value, or a bearer token.
 */
export function openPortalFiles(address: string, token: string | undefined): PortalFiles {
  return /^https?:\/\//i.test(address) ? openUrl(address, token) : openFolder(address);
}

function openUrl(address: string, token: string | undefined): PortalFiles {
  if (!URL.canParse(address)) throw notAnAddress(address);
  const base = new URL(address);
  if (base.username !== '' || base.password !== '') {
    throw new CallboardError(
      'portal-address',
      'The address after --against holds a user name or password.',
      'Put it into the environment variable CALLBOARD_PORTAL_TOKEN, as user:password.',
    );
  }
  base.search = '';
  base.hash = '';
  base.pathname = `${base.pathname.replace(/\/(?:index\.html)?$/, '')}/`;
  const authorization = token ? { authorization: authorizationOf(token) } : {};
  return {
    address: base.href,
    read: (name) => fetchText(new URL(`${folder}/${name}`, base), { ...authorization, timeout, maximalBytes }),
  };
}

function openFolder(address: string): PortalFiles {
  const root = resolve(address);
  return {
    address,
    read: async (name) => {
      const file = join(root, folder, name);
      const found = await stat(file).catch(() => undefined);
      if (!found && !(await stat(root).catch(() => undefined))?.isDirectory()) throw notAnAddress(address);
      if (found && found.size > maximalBytes) {
        const hint = 'This is more than a portal of a hundred thousand entities publishes; check the folder.';
        throw new CallboardError('portal-too-large', `${file} has ${found.size.toLocaleString('en')} bytes.`, hint);
      }
      return found?.isFile() ? readFile(file, 'utf8') : undefined;
    },
  };
}

function notAnAddress(address: string): CallboardError {
  return new CallboardError(
    'portal-address',
    `"${address}", given with --against, is neither a web address nor a folder.`,
    'Give the address of the portal (https://…), or the folder that callboard build wrote.',
  );
}

function authorizationOf(token: string): string {
  if (/^(?:Basic|Bearer)\s/i.test(token)) return token;
  return token.includes(':') ? `Basic ${Buffer.from(token).toString('base64')}` : `Bearer ${token}`;
}
