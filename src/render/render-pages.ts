import { readFile } from 'node:fs/promises';
import pLimit from 'p-limit';
import pMap from 'p-map';
import { CallboardError } from '../diagnostics/callboard-error.ts';
import type { Stage } from '../diagnostics/stage.ts';
import type { Portal } from '../portal/assemble-portal.ts';
import { machineFiles } from '../portal/machine-files.ts';
import { type PlannedPage, planPages } from '../portal/plan-pages.ts';
import { docsPath } from '../portal/urls.ts';
import type { SocialCard } from '../portal/views/social-card.ts';
import type { CompiledSite } from './compile-site.ts';
import { copyFigureFiles } from './copy-figure-files.ts';
import type { OutputFolder } from './output-folder.ts';
import { type OwnersPictures, writePictures } from './owners-pictures.ts';

/** What the pages are made of. */
export interface RenderInput {
  readonly portal: Portal;
  readonly site: Promise<CompiledSite>;
  readonly output: OutputFolder;
  /** The owner's pictures. */
  readonly pictures: OwnersPictures;
}

/** What was written. */
export interface RenderedPages {
  readonly pages: number;
  readonly bytes: number;
  /** Pictures of them that are to be drawn. */
  readonly cards: readonly SocialCard[];
}

/** Writes every page, every machine-readable file and every asset of the portal. */
export const renderPages: Stage<RenderInput, RenderedPages> = async (input, context) => {
  const { portal, output } = input;
  const site = await input.site;
  const pages = planPages(portal);
  await output.copy(site.clientFolder, '.');
  await writePictures(portal, input.pictures, output);
  let done = 0;
  let bytes = 0;
  const cards: SocialCard[] = [];
  // Rendering holds the thread; pages at once only hide the time that files take.
  const limit = pLimit(24);
  await Promise.all(
    pages.map((page) =>
      limit(async () => {
        context.signal.throwIfAborted();
        const { html, card } = await renderPage(site, page);
        if (card) cards.push(card);
        bytes += Buffer.byteLength(html);
        await output.write(page.file, html);
        done += 1;
        context.progress(done, pages.length, page.file);
      }),
    ),
  );
  await writeMachineFiles(portal, output);
  await copyDocsAssets(portal, output);
  await copyFigureFiles(portal, output);
  return { value: { pages: pages.length, bytes, cards }, diagnostics: [] };
};

async function renderPage(
  site: CompiledSite,
  page: PlannedPage,
): Promise<{ readonly html: string; readonly card: SocialCard | undefined }> {
  const content = page.contentFile ? await readFile(page.contentFile, 'utf8') : '';
  try {
    const view = page.view(content);
    return { html: await site.renderPage(page.route, view), card: view.frame.card };
  } catch (cause) {
    throw new CallboardError(
      'page-not-rendered',
      `The page ${page.file} could not be rendered: ${(cause as Error).message}`,
      'This is a defect in Callboard: please report it with the message above.',
      { cause },
    );
  }
}

async function writeMachineFiles(portal: Portal, output: OutputFolder): Promise<void> {
  // Made one by one as they are written: together they are larger than the pages.
  await pMap(machineFiles(portal), (file) => output.write(file.path, file.text), { concurrency: 16 });
}

async function copyDocsAssets(portal: Portal, output: OutputFolder): Promise<void> {
  const limit = pLimit(16);
  await Promise.all(
    portal.docsSites.flatMap((site) =>
      site.assets.map((asset) => limit(() => output.copy(asset.file, docsPath(site.entityRef, asset.path)))),
    ),
  );
}
