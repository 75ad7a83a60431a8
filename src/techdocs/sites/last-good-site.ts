import { copyFile, lstat, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocsBlobs } from '../docs-blobs.ts';
import type { DocsSite } from '../docs-site.ts';
import type { GoodDocs } from '../good-docs.ts';
import { parseInertYaml } from '../layout/inert-yaml.ts';
import type { DocsSitePlan } from '../plan/plan-docs-sites.ts';
import { type SitePlace, toDocsSite } from './describe-site.ts';
import { type CachedSite, readCachedSite } from './site-cache.ts';

/** Why an older version of a site is shown; `undefined` when it is what stands in the repository today. */
export type LastGoodMark = DocsSite['lastGood'];

/**
 * Shows a site as it was. Its pictures are kept with it, since the crawl forgets those of older commits; one that is lost all the
 * same is left out. Gives `undefined` when the cache does not have the site any more.
 */
export async function showLastGood(
  good: GoodDocs,
  place: SitePlace,
  mark: LastGoodMark,
  { blobs, stateFolder }: { readonly blobs: DocsBlobs; readonly stateFolder: string },
): Promise<DocsSite | undefined> {
  const site = readCachedSite(stateFolder, good.entry);
  if (!site) return undefined;
  const files = new Map<string, string>();
  for (const asset of site.record.assets) {
    const file = 'oid' in asset ? await keepBlob(site, asset.oid, blobs) : undefined;
    if ('oid' in asset && file !== undefined) files.set(asset.oid, file);
  }
  const assets = site.record.assets.filter((asset) => 'file' in asset || files.has(asset.oid));
  const whole: CachedSite = { ...site, record: { ...site.record, assets } };
  return toDocsSite(whole, place, (oid) => files.get(oid) ?? '', mark);
}

async function keepBlob({ folder }: CachedSite, oid: string, blobs: DocsBlobs): Promise<string | undefined> {
  const parent = join(folder, 'blobs');
  const kept = join(parent, oid);
  try {
    // What a link leads to is neither published nor written to.
    const [place, file] = await Promise.all([parent, kept].map((path) => lstat(path).catch(() => undefined)));
    if (place?.isDirectory() && file?.isFile()) return kept;
    if (place?.isDirectory()) await rm(kept, { recursive: true, force: true });
    else await rm(parent, { recursive: true, force: true });
    await mkdir(parent, { recursive: true });
    await rm(`${kept}.new`, { recursive: true, force: true });
    await copyFile(blobs.pathOf(oid), `${kept}.new`);
    await rename(`${kept}.new`, kept);
    return kept;
  } catch {
    return undefined;
  }
}

/** Whether the configuration of a site is there and cannot be read at all: then nobody knows what the site should be. */
export function isConfigRefused({ layout, repository }: DocsSitePlan): boolean {
  const { configPath, problems } = layout;
  if (!problems.some(({ code, path }) => code === 'techdocs/config-invalid' && path === configPath)) return false;
  const text = configPath === undefined ? undefined : repository.files.get(configPath)?.text;
  if (text === undefined) return false;
  const { error, value } = parseInertYaml(text);
  return error !== undefined || typeof value !== 'object' || Array.isArray(value);
}
