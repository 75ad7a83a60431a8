import { symbols } from '../../components/ui/glyphs.ts';

const drawn = new Map<string, Element>();

/** A glyph, drawn here: the page's sprite has only those that the page itself shows. */
export const drawGlyph = (name: string): Element => {
  const known = Object.hasOwn(symbols, name) ? (name as keyof typeof symbols) : 'entity';
  let glyph = drawn.get(known);
  if (!glyph) {
    const markup = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" class="cb-glyph" aria-hidden="true">${symbols[known]}</svg>`;
    glyph = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;
    drawn.set(known, glyph);
  }
  return document.importNode(glyph, true);
};
