import { followedSource } from '../../config/config.ts';
import { parseAddress, type RepositoryAddress } from '../address.ts';
import type { CrawlRun } from '../crawl-run.ts';
import { GitError } from '../git/git-error.ts';
import { openRemote } from '../git/remote-reader.ts';
import type { FoundRepository, RepositoryReader } from '../sources/source.ts';
import type { FurtherRepository } from './plan-further.ts';

/** What opening what is found needs. */
export interface FindingContext {
  readonly stateFolder: string;
  readonly run: CrawlRun;
}

/** What is found where a Location leads; `undefined` when its address is none that may be handed to Git. */
export function findFurther(further: FurtherRepository, context: FindingContext): FoundRepository | undefined {
  const { webUrl, host, targets } = further;
  const address = parseAddress(`${webUrl}.git`);
  if ('problem' in address) return undefined;
  return {
    id: address.canonical,
    address: address.canonical,
    slug: address.slug,
    webUrl,
    host,
    source: followedSource,
    catalogPaths: [],
    targets,
    remote: true,
    open: (signal) => openAtRef(further, address, context, signal),
  };
}

// Without a token: a Location must not show what is not public.
async function openAtRef(
  { ref, targets }: FurtherRepository,
  address: RepositoryAddress,
  context: FindingContext,
  signal: AbortSignal,
): Promise<RepositoryReader> {
  const repository = { ...context, address };
  if (ref === undefined) return openRemote(repository, signal);
  if (/^[0-9a-f]{40}$/.test(ref)) return openRemote({ ...repository, head: { commit: ref, branch: ref } }, signal);
  const [branch, ...longer] = branchesOf(targets[0]?.refAndPath ?? '');
  try {
    return await openRemote({ ...repository, branch: branch ?? ref }, signal);
  } catch (error) {
    if (!isBranchMissing(error)) throw error;
    for (const each of longer) {
      const reader = await openRemote({ ...repository, branch: each }, signal).catch(() => undefined);
      if (reader) return reader;
    }
    throw error;
  }
}

/** An address does not say where the name of a branch ends and the path begins: it may be any of these, shortest first. */
function branchesOf(refAndPath: string): readonly string[] {
  const parts = refAndPath.split('/').slice(0, -1);
  return parts.slice(0, 4).map((_, index) => parts.slice(0, index + 1).join('/'));
}

function isBranchMissing(error: unknown): boolean {
  return error instanceof GitError && /Remote branch .* not found/.test(error.output);
}
