import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Portal } from '../portal/assemble-portal.ts';
import { rowFiles } from '../portal/catalog-index/row-files.ts';
import { catalogIndexPages } from '../portal/catalog-index.ts';
import { portalOfCatalog } from '../portal/machine/machine-fixture.ts';
import { catalogIndexPath } from '../portal/urls.ts';
import { compileSite } from '../render/compile-site.ts';
import { largeCatalog } from './large-index.ts';

/** The portal of 10,000 components. */
export function largeIndexPortal(): Portal {
  return portalOfCatalog(largeCatalog(10_000), { config: { base: '/' } });
}

/** Writes the index of its components as the portal would have it, and nothing else, to be served at `/`. Returns the folder. */
export async function writeLargeIndex(folder: string): Promise<string> {
  const portal = largeIndexPortal();
  const output = join(folder, 'dist');
  const site = await compileSite(join(folder, 'state'), { base: '/', language: 'en', offline: false });
  await cp(site.clientFolder, output, { recursive: true });
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(output, path)), { recursive: true });
    await writeFile(join(output, path), text);
  };
  const pages = catalogIndexPages(portal, 'component');
  const ends = pages.filter(({ pageNumber }) => pageNumber <= 2 || pageNumber === pages.length);
  for (const page of ends) {
    const path = catalogIndexPath('component', page.pageNumber);
    await write(`${path}index.html`, await site.renderPage(path, page));
  }
  // What is served needs a home.
  await write('index.html', '<!doctype html><title>Home</title>');
  for (const { path, text } of rowFiles(portal, 'component')) await write(path, text);
  return output;
}
