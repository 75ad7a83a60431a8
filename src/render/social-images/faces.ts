import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create, type Font } from 'fontkit';

/** Text that is set: how wide it is, and its outlines as SVG path data with the baseline at 0. */
export interface SetText {
  readonly width: number;
  readonly path: string;
}

/** A typeface of the portal, in all the scripts that it comes in. */
export interface Face {
  /** Whether every character has a letter here. */
  readonly covers: (text: string) => boolean;
  /** About how wide it is: without what pairs of letters need. */
  readonly measure: (text: string, size: number) => number;
  readonly set: (text: string, size: number) => SetText;
}

const require = createRequire(import.meta.url);
const scripts = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'];

/** Opens a face of Fontsource; its files are read when a text needs them. Outlines are those of its regular weight. */
export function openFace(family: 'inter' | 'source-serif-4'): Face {
  const fonts = scripts.flatMap((script) => openOnce(`${family}/files/${family}-${script}-wght-normal.woff2`));
  const known = new Map<string, Font | undefined>();
  const fontOf = (letter: string) => {
    if (!known.has(letter)) {
      const code = letter.codePointAt(0) as number;
      known.set(letter, fonts.find((font) => font().hasGlyphForCodePoint(code))?.());
    }
    return known.get(letter);
  };
  const widths = new Map<string, number>();
  const widthOf = (letter: string) => {
    const font = fontOf(letter);
    const width = widths.get(letter) ?? (font ? font.layout(letter).advanceWidth / font.unitsPerEm : 0);
    widths.set(letter, width);
    return width;
  };
  return {
    covers: (text) => [...text].every((letter) => fontOf(letter) !== undefined),
    measure: (text, size) => [...text].reduce((width, letter) => width + widthOf(letter) * size, 0),
    set: (text, size) => {
      let width = 0;
      let path = '';
      for (const [font, run] of runsOf(text, fontOf)) {
        const set = setRun(font, run, size, width);
        path += set.path;
        width += set.width;
      }
      return { width, path };
    },
  };
}

/** Not every face has every script. */
function openOnce(file: string): readonly (() => Font)[] {
  const path = join(dirname(require.resolve(`@fontsource-variable/${file.split('/')[0]}/package.json`)), '..', file);
  if (!existsSync(path)) return [];
  let font: Font | undefined;
  return [
    () => {
      font ??= create(readFileSync(path)) as Font;
      return font;
    },
  ];
}

function runsOf(text: string, fontOf: (letter: string) => Font | undefined): readonly (readonly [Font, string])[] {
  const runs: [Font, string][] = [];
  for (const letter of text) {
    const font = fontOf(letter);
    const last = runs.at(-1);
    if (font && last?.[0] === font) last[1] += letter;
    else if (font) runs.push([font, letter]);
  }
  return runs;
}

const letters = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const;

function setRun(font: Font, text: string, size: number, start: number): SetText {
  const { glyphs, positions } = font.layout(text);
  const scale = size / font.unitsPerEm;
  let at = start;
  let path = '';
  for (const [index, glyph] of glyphs.entries()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    const [left, base] = [at + xOffset * scale, -yOffset * scale];
    for (const { command, args } of glyph.path.commands) {
      const place = (value: number, place: number) =>
        (place % 2 === 0 ? left + value * scale : base - value * scale).toFixed(1);
      path += letters[command as keyof typeof letters] + args.map(place).join(' ');
    }
    at += xAdvance * scale;
  }
  return { width: at - start, path };
}
