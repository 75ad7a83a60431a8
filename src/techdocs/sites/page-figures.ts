import { writeStyles } from '../diagrams/draw-formula.ts';
import type { SafePage } from '../pages/page-html.ts';
import { writeAsset } from './site-assets.ts';
import type { AssetRecord, PageRecord } from './site-record.ts';

/** What the figures of a page need beside its HTML. */
export interface PageFigures {
  readonly needs: Pick<PageRecord, 'mermaid' | 'mathsStyles'>;
  readonly styles?: AssetRecord;
}

/**
 * Sees what a page needs for its figures, and writes the style sheet of its formulas into `folder`. It is the page's own, so that a
 * change of one page changes no other.
 */
export async function writePageFigures({ html, styles = {} }: SafePage, folder: string): Promise<PageFigures> {
  const mermaid = /<(?:pre|div) class="mermaid"/.test(html) ? { mermaid: true as const } : {};
  if (Object.keys(styles).length === 0) return { needs: mermaid };
  const asset = await writeAsset((hash) => `maths.${hash.slice(0, 16)}.css`, Buffer.from(writeStyles(styles)), folder);
  return { needs: { ...mermaid, mathsStyles: asset.path }, styles: asset };
}

/** Style sheets of pages, each once. */
export function uniqueStyles(figures: readonly PageFigures[]): readonly AssetRecord[] {
  return [...new Map(figures.flatMap(({ styles }) => (styles ? [[styles.path, styles]] : []))).values()];
}
