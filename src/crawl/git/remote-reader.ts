import type { RepositoryReader } from '../sources/source.ts';
import { openWithGit } from './open-with-git.ts';
import type { RemoteRepository } from './remote-repository.ts';
import { openDirectly } from './wire/open-directly.ts';

/**
 * Opens a repository of another host: at most one question now, fetching only when something is read that is not here. Over
 * HTTP Git's protocol is spoken without Git, two requests and no process a repository; other transports, and hosts and
 * machines that this does not suit, are left to Git.
 */
export async function openRemote(repository: RemoteRepository, signal: AbortSignal): Promise<RepositoryReader> {
  const withGit = (more: Partial<RemoteRepository> = {}) => openWithGit({ ...repository, ...more }, signal);
  return suitsNode(repository) ? openDirectly(repository, signal, withGit) : withGit();
}

const proxies = ['http_proxy', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'];

// Git knows what to do with these settings of the machine, Node does not.
function suitsNode({ address: { protocol } }: RemoteRepository): boolean {
  return (protocol === 'https' || protocol === 'http') && !proxies.some((name) => process.env[name]);
}
