import { parseAddress } from '../../crawl/address.ts';
import { openRemote } from '../../crawl/git/remote-reader.ts';
import type { FoundRepository, Source } from '../../crawl/sources/source.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';

/** An organisation of a Gitea or Forgejo. */
export interface GiteaSourceConfig {
  readonly name: string;
  /** `https://git.example.com` */
  readonly url: string;
  readonly organisation: string;
  readonly catalogPaths: readonly string[];
}

/** The repositories of an organisation of Gitea or Forgejo: listed by its API, read through Git. */
export function giteaSource(config: GiteaSourceConfig): Source {
  return {
    name: config.name,
    discover: async ({ stateFolder, signal }) => {
      const repositories: FoundRepository[] = [];
      const unusable: string[] = [];
      try {
        for (let page = 1; ; page += 1) {
          const listed = await listPage(config, page, signal);
          if (listed.length === 0) return { value: { repositories, unusable, complete: true }, diagnostics: [] };
          for (const each of listed) {
            const found = describe(config, each, stateFolder);
            if (found) repositories.push(found);
            else unusable.push(idOf(config, each));
          }
        }
      } catch (error) {
        signal.throwIfAborted();
        const reason = error instanceof Error ? error.message : String(error);
        const message = `Source "${config.name}": the repositories of ${config.organisation} cannot be listed: ${reason}.`;
        const diagnostics = [diagnose('crawl/source-unreadable', { message })];
        return { value: { repositories, complete: false, reason }, diagnostics };
      }
    },
  };
}

interface GiteaRepository {
  readonly id: number;
  readonly full_name: string;
  readonly clone_url: string;
  readonly archived: boolean;
}

async function listPage({ url, organisation }: GiteaSourceConfig, page: number, signal: AbortSignal) {
  const path = `/api/v1/orgs/${encodeURIComponent(organisation)}/repos?limit=50&page=${page}`;
  const answer = await fetch(`${url}${path}`, { signal, redirect: 'error' });
  if (!answer.ok) throw new Error(`the host answers with status ${answer.status}`);
  return (await answer.json()) as readonly GiteaRepository[];
}

function describe(
  config: GiteaSourceConfig,
  repository: GiteaRepository,
  stateFolder: string,
): FoundRepository | undefined {
  const address = parseAddress(repository.clone_url);
  if ('problem' in address) return undefined;
  return {
    id: idOf(config, repository),
    address: address.canonical,
    slug: repository.full_name,
    ...(address.webUrl && { webUrl: address.webUrl }),
    host: 'none',
    ...(repository.archived && { archived: true }),
    source: config.name,
    catalogPaths: config.catalogPaths,
    remote: true,
    open: (signal) => openRemote({ address, stateFolder }, signal),
  };
}

function idOf({ url }: GiteaSourceConfig, { id }: GiteaRepository): string {
  return `gitea:${new URL(url).host}:${id}`;
}
