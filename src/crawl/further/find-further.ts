import { followedSource } from '../../config/config.ts';
import { parseAddress } from '../address.ts';
import { openRemote } from '../git/remote-reader.ts';
import type { FoundRepository } from '../sources/source.ts';
import type { FurtherRepository } from './plan-further.ts';

/** What is found where a Location leads; `undefined` when its address is none that may be handed to Git. */
export function findFurther(further: FurtherRepository, stateFolder: string): FoundRepository | undefined {
  const { webUrl, host, ref, targets } = further;
  const address = parseAddress(`${webUrl}.git`);
  if ('problem' in address) return undefined;
  const isCommit = ref !== undefined && /^[0-9a-f]{40}$/.test(ref);
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
    // Without a token: a Location must not show what is not public.
    open: (signal) =>
      openRemote(
        {
          address,
          stateFolder,
          ...(ref !== undefined && !isCommit && { branch: ref }),
          ...(isCommit && { head: { commit: ref, branch: ref } }),
        },
        signal,
      ),
  };
}
