import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readOutputManifest } from '../publish/read-manifest.ts';
import { writeManifest } from '../publish/write-manifest.ts';

/** The content of a small portal by key. Pages name their release and link to assets that name it too. */
export type SampleFiles = Readonly<Record<string, string>>;

const pages = ['index.html', '404.html', 'catalog/index.html', 'docs/default/component/shop/index.html'] as const;

/** A release whose hashed assets, pages and data all differ from those of every other release number. */
export function sampleFiles(release: number): SampleFiles {
  const hash = createHash('sha1').update(`release ${release}`).digest('base64url').slice(0, 6);
  const assets = [`assets/app.${hash}A1.js`, `assets/page.${hash}B2.css`];
  const html = (key: string) =>
    [
      `<!doctype html><title>${key}</title><p>release ${release}</p>`,
      ...assets.map((asset) => `<link href="/${asset}">`),
      '<img src="/pictures/logo.svg">',
    ].join('\n');
  return {
    ...Object.fromEntries(assets.map((asset) => [asset, `/* release ${release} */`])),
    ...Object.fromEntries([...pages, `catalog/only-in-${release}/index.html`].map((key) => [key, html(key)])),
    'pictures/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'api/diagnostics.json': JSON.stringify({ release }),
    'sitemap.xml': `<urlset><!-- release ${release} --></urlset>`,
  };
}

/** Makes `folder` hold these files, nothing else, and their manifest; `incompleteFirst`: why it is no whole portal. */
export async function writeRelease(folder: string, files: SampleFiles, incompleteFirst?: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [key, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, key)), { recursive: true });
    await writeFile(join(folder, key), content);
  }
  const manifest = await readOutputManifest(folder);
  await writeManifest(folder, incompleteFirst === undefined ? manifest : { ...manifest, incompleteFirst });
}

/** Sentences about pages of a published site that a reader would see broken: an asset missing or of another release. */
export function findBrokenPages(site: ReadonlyMap<string, string>): readonly string[] {
  const problems: string[] = [];
  for (const [key, html] of site) {
    if (!key.endsWith('.html')) continue;
    const release = /release \d+/.exec(html)?.[0];
    for (const [, asset = ''] of html.matchAll(/(?:href|src)="\/([^"]+)"/g)) {
      const content = site.get(asset);
      if (content === undefined) problems.push(`${key} (${release}) lacks ${asset}`);
      else if (asset.startsWith('assets/') && release && !content.includes(release)) {
        problems.push(`${key} (${release}) got another release's ${asset}`);
      }
    }
  }
  return problems;
}
