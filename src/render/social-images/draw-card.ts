import { Resvg } from '@resvg/resvg-js';
import { docsSymbol, kindSymbols, markSymbol } from '../../portal/views/kind-symbols.ts';
import type { SocialCard } from '../../portal/views/social-card.ts';
import { openFace } from './faces.ts';
import { palettePng } from './palette-png.ts';
import { type SetLines, setLines } from './set-lines.ts';

/** What is drawn on one picture. */
export type CardToDraw = Pick<SocialCard, 'title' | 'name' | 'line' | 'portal' | 'glyph'> & {
  /** `#rrggbb`, readable on paper. */
  readonly accent: string;
};

const [paper, ink, muted] = ['#fdfcfa', '#24201b', '#57514a'];
const leading = 1.14;
const title = { left: 80, width: 1040, bottom: 420 };
const faces = { title: openFace('source-serif-4'), text: openFace('inter') };
const colour = (hex: string) => Number.parseInt(hex.slice(1), 16);

/** Draws a card as a PNG of 1200 × 630 pixels. The same card gives the same bytes. */
export function drawCard(card: CardToDraw): Buffer {
  const { drawing, titleTop } = drawingOf(card);
  const bands = [[0, 160] as const, [titleTop, 590] as const].map(([top, bottom]) => {
    const size = `width="1200" height="${bottom - top}" viewBox="0 ${top} 1200 ${bottom - top}"`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${drawing}</svg>`;
    return { top, rgba: new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels };
  });
  return palettePng({
    width: 1200,
    height: 630,
    paper: colour(paper),
    inks: [ink, muted, card.accent].map(colour),
    bands,
  });
}

/** What is drawn, and from where on below the head. */
function drawingOf({ title: written, name, line, portal = '', glyph, accent }: CardToDraw) {
  const heading = setLines(faces.title, readable(written, 'title') ?? readable(name, 'title') ?? 'Callboard', {
    width: title.width,
    lines: 3,
    sizes: [92, 76, 60],
  });
  const facts = line.flatMap((text) => readable(text, 'text') ?? []).join('  ·  ');
  const below = setLines(faces.text, facts, { width: title.width, lines: 1, sizes: [34, 28] });
  const [brand] = setLines(faces.title, readable(portal, 'title') ?? '', { width: 800, lines: 1, sizes: [34] }).lines;
  const drawing = [
    `<path fill="${paper}" d="M0 0h1200v630H0z"/><path fill="${accent}" d="M0 0h1200v12H0z"/>`,
    `<g transform="translate(69 72) scale(4.2)" fill="none" stroke="${accent}" stroke-width="1.3" stroke-linejoin="round" stroke-linecap="round">${symbolOf(glyph)}</g>`,
    brand
      ? `<path fill="${muted}" transform="translate(${(1120 - brand.width).toFixed(1)} 126)" d="${brand.path}"/>`
      : '',
    // The regular weight, a little bolder, as headings of the portal are.
    linesAt(heading, title.bottom, `fill="${ink}" stroke="${ink}" stroke-width="1.2"`),
    `<path fill="${muted}" d="M80 492h1040v2H80z"/>`,
    linesAt(below, 556, `fill="${muted}"`),
  ].join('');
  const titleTop = Math.max(160, Math.floor(title.bottom - heading.size * (1 + leading * (heading.lines.length - 1))));
  return { drawing, titleTop };
}

/** Lines whose last stands on `bottom`. */
function linesAt({ size, lines }: SetLines, bottom: number, paint: string): string {
  const step = size * leading;
  const first = bottom - step * (lines.length - 1);
  return lines
    .map(
      ({ path }, index) =>
        `<path ${paint} transform="translate(${title.left} ${(first + step * index).toFixed(1)})" d="${path}"/>`,
    )
    .join('');
}

/** Text without pictures and marks that no face has; `undefined` where letters are missing too. */
function readable(text: string, role: keyof typeof faces): string | undefined {
  const plain = [...text.normalize('NFC').replace(/\s+/gu, ' ')];
  const kept = plain
    .filter((letter) => /[\p{L}\p{M}\p{N}]/u.test(letter) || faces[role].covers(letter))
    .join('')
    .trim();
  return kept !== '' && faces[role].covers(kept) ? kept : undefined;
}

function symbolOf(glyph: CardToDraw['glyph']): string {
  if (glyph === 'docs') return docsSymbol;
  return glyph !== undefined && glyph in kindSymbols ? kindSymbols[glyph as keyof typeof kindSymbols] : markSymbol;
}
