import type { GlobStep, PathStep } from './codeowners.ts';

/** What one folder or file name of a pattern means; `undefined` for a `[` that nothing closes. */
export function compileName(segment: string, hasRanges: boolean): PathStep | undefined {
  const glob: GlobStep[] = [];
  const characters = [...segment];
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    if (character === '*') {
      if (glob.at(-1)?.type !== 'characters') glob.push({ type: 'characters' });
    } else if (character === '?') {
      glob.push({ type: 'character', fits: () => true });
    } else if (character === '[' && hasRanges) {
      const end = endOfRange(characters, index);
      if (end === undefined) return undefined;
      glob.push({ type: 'character', fits: compileRange(characters.slice(index + 1, end)) });
      index = end;
    } else {
      const isEscape = character === '\\' && index + 1 < characters.length;
      if (isEscape) index += 1;
      glob.push({ type: 'character', fits: (isEscape ? characters[index] : character) ?? '' });
    }
  }
  const literal = literalOf(glob);
  return literal === undefined ? { type: 'name', glob } : { type: 'name', literal };
}

function literalOf(glob: readonly GlobStep[]): string | undefined {
  const characters: string[] = [];
  for (const step of glob) {
    if (step.type === 'characters' || typeof step.fits !== 'string') return undefined;
    characters.push(step.fits);
  }
  return characters.join('');
}

function endOfRange(characters: readonly string[], start: number): number | undefined {
  for (let index = start + 1; index < characters.length; index += 1) {
    if (characters[index] === '\\') index += 1;
    else if (characters[index] === ']') return index;
  }
  return undefined;
}

// As fnmatch reads it: `[abc]`, `[a-z]`, `[!a]`, `[^a]`.
function compileRange(written: readonly string[]): (character: string) => boolean {
  const isNegated = written[0] === '!' || written[0] === '^';
  const parts: { readonly text: string; readonly isDash: boolean }[] = [];
  for (let index = isNegated ? 1 : 0; index < written.length; index += 1) {
    const isEscape = written[index] === '\\' && index + 1 < written.length;
    if (isEscape) index += 1;
    const text = written[index] ?? '';
    parts.push({ text, isDash: !isEscape && text === '-' });
  }
  const single = new Set<string>();
  const spans: (readonly [string, string])[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const [part, dash, last] = parts.slice(index, index + 3);
    if (part && dash?.isDash && last) {
      spans.push([part.text, last.text]);
      index += 2;
    } else if (part) single.add(part.text);
  }
  return (character) => {
    const isIn = single.has(character) || spans.some(([from, to]) => from <= character && character <= to);
    return isIn !== isNegated;
  };
}
