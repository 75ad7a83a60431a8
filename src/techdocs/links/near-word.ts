import { distance } from 'fastest-levenshtein';

/**
 * Finds what somebody who wrote a name of nothing probably meant: the same but for upper and lower case, the only one with the same
 * last part, or one with a slip in five letters of its name. `undefined` when none is likely.
 */
export function nearWord(wanted: string, candidates: Iterable<string>): string | undefined {
  const lower = wanted.toLowerCase();
  const last = lastPart(lower);
  const sameEnd: string[] = [];
  // Names of a few letters have too many neighbours.
  const most = Math.min(4, Math.floor(nameOf(lower).length / 5));
  let best: { readonly word: string; readonly away: number } | undefined;
  for (const word of candidates) {
    const candidate = word.toLowerCase();
    if (candidate === lower) return word;
    if (last !== '' && lastPart(candidate) === last) sameEnd.push(word);
    if (Math.abs(candidate.length - lower.length) > most) continue;
    const away = distance(candidate, lower);
    if (away > most || (best && (best.away < away || (best.away === away && best.word <= word)))) continue;
    best = { word, away };
  }
  return best?.word ?? (sameEnd.length === 1 ? sameEnd[0] : undefined);
}

function nameOf(path: string): string {
  return path.replace(/^.*\/(?=.)|\/$|\.[a-z]+$/g, '');
}

/** Name at the end of a path; names that every folder has say nothing. */
function lastPart(path: string): string {
  const name = path.replace(/\/$/, '').split('/').at(-1) ?? '';
  return path.includes('/') && !/^(?:index|readme)(?:\.|$)/.test(name) ? name : '';
}
