import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAddress, type RepositoryAddress } from '../address.ts';
import { commonFolder } from './head.ts';

/**
 * Where the repository's `origin` is, if it is on a host. Read as text: asking Git would cost a process for each of a
 * thousand repositories. Credentials, which CI leaves in this URL, are taken out.
 */
export async function readOrigin(gitFolder: string): Promise<RepositoryAddress | undefined> {
  const file = join(await commonFolder(gitFolder), 'config');
  const text = await readFile(file, 'utf8').catch(() => '');
  const section = text.match(/^\s*\[remote "origin"\]([^[]*)/m)?.[1];
  const url = section?.match(/^\s*url\s*=\s*(\S+)\s*$/m)?.[1]?.replace(/^(https?:\/\/)[^/@]*@/, '$1');
  const address = url ? parseAddress(url) : undefined;
  return address && 'webUrl' in address ? address : undefined;
}

/** The branch that `origin` calls its default, where a clone has noted it. */
export async function readDefaultBranch(gitFolder: string): Promise<string | undefined> {
  const file = join(await commonFolder(gitFolder), 'refs/remotes/origin/HEAD');
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.match(/^ref: refs\/remotes\/origin\/(.+)$/m)?.[1];
}
