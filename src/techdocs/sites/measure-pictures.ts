import type { DocsBlobs } from '../docs-blobs.ts';
import type { SiteMap } from '../links/site-map.ts';
import { type PictureSize, pictureSize, readPictureSize } from '../pages/picture-sizes.ts';
import type { DocsSitePlan } from '../plan/plan-docs-sites.ts';

/** Tells the size of a site's pictures by their path inside the site; reads each file once, when it is first asked for. */
export function measurePictures(
  { repository }: DocsSitePlan,
  { byPath }: SiteMap,
  blobs: DocsBlobs,
): (path: string) => PictureSize | undefined {
  const known = new Map<string, PictureSize | undefined>();
  return (path) => {
    const target = byPath.get(path);
    const file = target?.kind === 'asset' ? repository.files.get(target.source) : undefined;
    if (file === undefined) return undefined;
    if (!known.has(file.oid)) {
      const { text, oid } = file;
      known.set(
        oid,
        text === undefined ? readPictureSize(blobs.pathOf(oid)) : pictureSize(new TextEncoder().encode(text)),
      );
    }
    return known.get(file.oid);
  };
}
