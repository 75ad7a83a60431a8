import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { DocsBlobs } from '../docs-blobs.ts';
import { extensionOf, isPublishedAsset } from '../layout/asset-types.ts';
import { isPage } from '../layout/docs-source.ts';
import type { SiteMap } from '../links/site-map.ts';
import { makeSvgSafe } from '../pages/safe-svg.ts';
import type { DocsSitePlan } from '../plan/plan-docs-sites.ts';
import type { AssetRecord } from './site-record.ts';

/** Assets of a site that are published, and what is to be said of the others. */
export interface CollectedAssets {
  readonly assets: readonly AssetRecord[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Collects a site's pictures and downloads; SVG is sanitised into `folder`, the rest stays where it lies. */
export async function collectAssets(
  plan: DocsSitePlan,
  map: SiteMap,
  blobs: DocsBlobs,
  folder: string,
): Promise<CollectedAssets> {
  const { repository, files } = plan.repository;
  const assets: AssetRecord[] = [];
  const refused: string[] = plan.layout.files
    .filter(({ uri }) => !isPage(uri) && !isPublishedAsset(uri) && !isSourceOfDocs(uri))
    .map(({ path }) => path);
  for (const target of map.byUri.values()) {
    const file = files.get(target.source);
    if (target.kind !== 'asset' || !file) continue;
    if (extensionOf(target.uri) !== 'svg' && file.text === undefined) {
      assets.push({ path: target.path, size: file.size, oid: file.oid });
      continue;
    }
    const bytes = file.text === undefined ? await blobs.read(file.oid) : new TextEncoder().encode(file.text);
    const safe = extensionOf(target.uri) === 'svg' ? sanitised(bytes) : bytes;
    if (safe === undefined) refused.push(target.source);
    else assets.push(await writeAsset(target.path, safe, folder));
  }
  const diagnostics = refused.sort().map((path) => {
    const message = `${path} is not published: its type can run code, or it cannot be made safe`;
    return diagnose('techdocs/asset-refused', { message, source: { repository: repository.slug, path } });
  });
  return { assets: assets.sort((a, b) => (a.path < b.path ? -1 : 1)), diagnostics };
}

/** Files that serve the rendering itself; nobody expects to find them published. */
function isSourceOfDocs(uri: string): boolean {
  return /(?:^|\/)(?:mkdocs\.ya?ml|\.pages|\.nav\.ya?ml|[^/]+\.(?:css|js|mjs|ts|tsx|py|sh|mdx|tmpl|j2))$/i.test(uri);
}

function sanitised(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const svg = makeSvgSafe(bytes);
    return svg === undefined ? undefined : new TextEncoder().encode(svg);
  } catch {
    return undefined;
  }
}

/** Writes an asset into the folder of an entry. Its path may be made of the hash of its content. */
export async function writeAsset(
  name: string | ((hash: string) => string),
  bytes: Uint8Array,
  folder: string,
): Promise<AssetRecord> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const path = typeof name === 'string' ? name : name(hash);
  const file = `${hash.slice(0, 32)}.${extensionOf(path)}`;
  await writeFile(join(folder, file), bytes);
  return { path, size: bytes.byteLength, file, hash };
}
