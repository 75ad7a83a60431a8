import type { CallboardConfig } from '../config/config.ts';
import { badgeColour } from '../portal/accent.ts';
import type { Portal } from '../portal/assemble-portal.ts';
import type { CompiledSite } from '../render/compile-site.ts';
import { OutputFolder } from '../render/output-folder.ts';
import { type RenderedPages, renderPages } from '../render/render-pages.ts';
import { drawCards } from '../render/social-images/draw-cards.ts';
import { indexSearch } from '../search/index-search.ts';
import { count } from './count.ts';
import type { Run } from './run.ts';
import { writeRelease } from './write-release.ts';

/** What a portal is written from. */
export interface PortalToWrite {
  readonly portal: Portal;
  readonly site: Promise<CompiledSite>;
  readonly config: CallboardConfig;
  /** Why it must not replace a portal; `undefined`: it may. */
  readonly incompleteFirst: string | undefined;
}

/** Writes pages, search and manifest beside the last portal, then puts them in its place in one step. */
export async function writePortal(
  run: Run,
  { portal, site, config, incompleteFirst }: PortalToWrite,
): Promise<RenderedPages> {
  const output = await OutputFolder.open(config.output);
  try {
    const input = { portal, site, output, pictures: config.portal };
    const rendered = await run.stage('pages', renderPages, input, (value) => count(value.pages, 'page', 'pages'));
    const { cards } = rendered;
    if (cards.length > 0) {
      const accent = badgeColour(config.portal.accent);
      await run.stage(
        'pictures',
        drawCards,
        { cards, accent, output },
        ({ images, drawn }) => `${count(images, 'picture', 'pictures')}, ${drawn} drawn`,
      );
    }
    await run.stage('search', indexSearch, { folder: output.staging, language: config.portal.language }, (value) =>
      count(value.pages, 'page indexed', 'pages indexed'),
    );
    const release = { output, portal, ...(incompleteFirst !== undefined && { incompleteFirst }) };
    await run.stage('manifest', writeRelease, release, (value) => count(value.entries.length, 'file', 'files'));
    await output.commit();
    return rendered;
  } catch (error) {
    await output.discard();
    throw error;
  }
}
