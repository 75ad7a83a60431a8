import type { Face, SetText } from './faces.ts';

/** Where text must fit. */
export interface Room {
  readonly width: number;
  readonly lines: number;
  /** Sizes to try, largest first. */
  readonly sizes: readonly number[];
}

/** Lines of one size. */
export interface SetLines {
  readonly size: number;
  readonly lines: readonly SetText[];
}

/** Sets a text in the largest size in which it fits; what does not fit in the smallest either ends in an ellipsis. */
export function setLines(face: Face, text: string, { width, lines, sizes }: Room): SetLines {
  for (const size of sizes) {
    const broken = breakLines(face, text, size, width);
    if (broken.length <= lines) return { size, lines: broken.map((line) => face.set(line, size)) };
  }
  const size = sizes.at(-1) as number;
  const broken = breakLines(face, text, size, width);
  const last = shorten(face, broken.slice(lines - 1).join(' '), size, width);
  return { size, lines: [...broken.slice(0, lines - 1), last].map((line) => face.set(line, size)) };
}

/** Breaks after spaces, else after the punctuation of names, else anywhere. */
function breakLines(face: Face, text: string, size: number, width: number): readonly string[] {
  const fits = (line: string) => face.measure(line.trimEnd(), size) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\s)|(?<=[-_./:])(?=[^\s])/u)) {
    if (fits(line + word)) line += word;
    else {
      if (line) lines.push(line.trimEnd());
      line = '';
      for (const letter of word) {
        if (!fits(line + letter)) {
          lines.push(line);
          line = '';
        }
        line += letter;
      }
    }
  }
  return [...lines, line.trimEnd()].filter((each) => each !== '');
}

/** The beginning of a text that fits with an ellipsis after it. */
function shorten(face: Face, text: string, size: number, width: number): string {
  const all = [...text];
  let [fits, tooMany] = [0, all.length + 1];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    const cut = `${all.slice(0, middle).join('').trimEnd()}…`;
    if (face.measure(cut, size) <= width) fits = middle;
    else tooMany = middle;
  }
  return `${all.slice(0, fits).join('').trimEnd()}…`;
}
