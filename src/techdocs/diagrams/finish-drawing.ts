/** What is done to a drawing of Graphviz or PlantUML so that it suits the page it stands in. */
export interface FinishOptions {
  /** What it is, for those who hear the page: "Graph", "Diagram". */
  readonly kind: string;
  /** The font whose widths Graphviz reckons with; text in it is shown in the page's own. */
  readonly standIn?: string;
}

/** A drawing without its own title, background, fonts and `style` attributes, that follows the page's colour. */
export interface FinishedDrawing {
  readonly svg: string;
  /** Has colours of its own: the dark theme turns all of them round, so that what was legible stays so. */
  readonly coloured: boolean;
}

const black = /^(?:black|#000(?:000)?(?:ff)?)$/i;
const neutral = /^(?:none|transparent|currentColor|url\(.*\)|#[0-9a-f]{6}00)$/i;
const painted = /^(?:fill|stroke|stop-color)$/;
const presentation =
  /^(?:fill|fill-opacity|opacity|stroke|stroke-(?:width|dasharray|opacity|linecap|linejoin)|stop-color|stop-opacity|font-(?:family|size|style|weight))$/;
/** The page's font runs a little wider than the one that Graphviz reckons with. */
const standInScale = 0.93;

/**
 * Finishes an SVG as a library wrote it. Not a sanitiser: what comes out still passes the allow-list of figures. Widths become
 * pixels, black becomes the text's own colour.
 */
export function finishDrawing(written: string, options: FinishOptions): FinishedDrawing {
  const start = written.indexOf('<svg');
  const body = written
    .slice(start === -1 ? written.length : start)
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<title>[^<]*<\/title>/g, '')
    .replace(/<g id="a_[^"]*">/g, '<g>');
  let coloured = false;
  const inside = body.replace(/^<svg[^>]*>|<\/svg>\s*$/g, '').replace(/<([a-zA-Z]+)(\s[^<>]*?)?(\/?)>/g, (...match) => {
    const [, name = '', attributes = '', end = ''] = match as readonly string[];
    const kept = finishAttributes(attributes, options, () => {
      coloured = true;
    });
    return `<${name}${kept}${end}>`;
  });
  const [, , width = 0, height = 0] = (/viewBox="([^"]*)"/.exec(body)?.[1] ?? '').split(/[\s,]+/).map(Number);
  const viewBox = /viewBox="([\d.\s,-]*)"/.exec(body)?.[1] ?? '0 0 0 0';
  const size = `width="${Math.ceil(width)}" height="${Math.ceil(height)}" viewBox="${viewBox}"`;
  const label = describeTexts(inside, options.kind);
  return {
    svg: `<svg class="cb-figure-drawing" role="img" aria-label="${label}" ${size}>${inside.trim()}</svg>`,
    coloured,
  };
}

function finishAttributes(written: string, { standIn }: FinishOptions, onColour: () => void): string {
  let attributes = '';
  const isStandIn = standIn !== undefined && written.includes(`font-family="${standIn}"`);
  for (const [, name = '', value = ''] of written.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    const pairs = name === 'style' ? value.split(';').map((pair) => pair.split(':').map((part) => part.trim())) : [];
    for (const [key = '', said = ''] of name === 'style' ? pairs : [[name, value]]) {
      if (name === 'style' && !presentation.test(key)) continue;
      if (isStandIn && key === 'font-family') continue;
      attributes += ` ${key}="${finishValue(key, said, isStandIn)}"`;
      if (painted.test(key) && !black.test(said) && !neutral.test(said)) onColour();
    }
  }
  return attributes;
}

function finishValue(name: string, value: string, isStandIn: boolean): string {
  if (painted.test(name) && black.test(value)) return 'currentColor';
  if (isStandIn && name === 'font-size') return String(Math.round(Number.parseFloat(value) * standInScale * 10) / 10);
  return name === 'font-size' ? value.replace(/\.0+$/, '') : value;
}

/** The first words of a drawing, still escaped as they stand in it. */
function describeTexts(svg: string, kind: string): string {
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text.trim());
  const words = [...new Set(texts.filter((text) => text !== '' && text !== '&#160;'))];
  if (words.length === 0) return kind;
  const more = words.length > 8 ? ` and ${words.length - 8} more` : '';
  return `${kind}: ${words.slice(0, 8).join(', ')}${more}`.replace(/"/g, '&quot;');
}
