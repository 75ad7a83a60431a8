import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { TechdocsConfig } from '../../config/config.ts';
import type { DocsSitePlan } from '../plan/plan-docs-sites.ts';

/** Raised with every change of what is made of the rendered HTML, so that older cache entries are not used. */
const processingVersion = 3;

/** Digest of everything of ours that decides what a site becomes: the renderer, its packages, the configuration. */
export async function rendererDigest(config: TechdocsConfig): Promise<string> {
  const folder = fileURLToPath(new URL('../renderer/python/', import.meta.url));
  const names = (await readdir(folder)).filter((name) => /\.(?:py|txt)$/.test(name)).sort();
  const hash = createHash('sha256').update(
    JSON.stringify([processingVersion, config.iframeHosts, config.python ?? '']),
  );
  for (const name of names) hash.update(name).update(await readFile(`${folder}${name}`));
  return hash.digest('hex');
}

/** Hash of a site's inputs: its files, its settings, and the renderer. The same hash, the same site. */
export function hashSite(plan: DocsSitePlan, renderer: string): string {
  const { layout, repository } = plan;
  const { slug, webUrl, host, branch } = repository.repository;
  const oidOf = (path: string) => repository.files.get(path)?.oid ?? '';
  const inputs = [
    renderer,
    [slug, webUrl ?? '', host, branch, plan.entityTitle],
    { ...layout, redirects: [...layout.redirects], files: [], snippetFiles: [] },
    layout.files.map(({ uri, path }) => [uri, path, oidOf(path)]),
    layout.snippetFiles.map((path) => [path, oidOf(path)]),
    layout.configPaths.map((path) => [path, oidOf(path)]),
  ];
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
}
