import type { DecisionState } from '../docs-site.ts';
import { plainWords } from './plain-words.ts';

/** What a record says of its standing. */
export interface DecisionStatus {
  /** The author's word for it, capitalised, at most 40 characters. */
  readonly label: string;
  readonly state: DecisionState;
  /** What stands in its place, as it is written: a file, a number or a heading. */
  readonly successor?: string;
}

/** Words by which records say how they stand; what comes first in the text counts. */
const states: readonly (readonly [DecisionState, RegExp])[] = [
  ['superseded', /\b(?:super[sc]eded|replaced)\b/i],
  ['rejected', /\b(?:reject(?:ed)?|declined|withdrawn|abandoned|cancell?ed|not accepted)\b/i],
  ['deprecated', /\b(?:deprecated|obsolete[d]?|retired|outdated)\b/i],
  ['accepted', /\b(?:accept(?:ed)?|approved|adopted|agreed|decided|implemented|done|active|final)\b/i],
  [
    'proposed',
    /\b(?:draft|propos(?:ed|al)|pending|open|in (?:review|discussion|progress)|under (?:review|discussion)|rfc|wip|new|planned)\b/i,
  ],
];
const otherRelations =
  /^(?:super[sc]edes|replaces|amend(?:s|ed)|clarif(?:ies|ied)|extends|relates|depends|links?|see)\b/i;

/** Reads a status from the lines that a record has for it; `undefined` when they say nothing, or are still the template's. */
export function readStatus(lines: readonly string[]): DecisionStatus | undefined {
  const chosen = lines.filter((line) => /^\s*[-*+]?\s*\[[xX]\]/.test(line));
  const written = (chosen.length > 0 ? chosen : lines).map((line) =>
    line.replace(/^\s*[-*+]?\s*(?:\[[ xX]\])?\s*/, ''),
  );
  // A list of all that the status could be is a template's.
  const lively = written.filter((line) => !/^\{.*\}$/.test(line) && line.split('|').length < 3);
  const replaced = lively.find((line) => /\b(?:super[sc]eded|replaced)\b/i.test(line));
  if (replaced !== undefined) {
    const successor = successorIn(replaced);
    return { label: 'Superseded', state: 'superseded', ...(successor !== undefined && { successor }) };
  }
  const text = lively.map(plainWords).find((line) => line !== '' && !otherRelations.test(line));
  if (text === undefined) return undefined;
  const found = states
    .map(([state, pattern]) => ({ state, match: pattern.exec(text.slice(0, 120)) }))
    .filter(({ match }) => match !== null)
    .sort((a, b) => (a.match?.index ?? 0) - (b.match?.index ?? 0))[0];
  return found
    ? { label: capitalised(found.match?.[0] ?? ''), state: found.state }
    : { label: capitalised(text).slice(0, 40), state: 'other' };
}

/** What a line such as `superseded by [ADR-5](0005-x.md)` names. */
export function successorIn(line: string): string | undefined {
  const rest = /\bby\b[\s:]*(.*)$/i.exec(line)?.[1];
  const link = /\]\(\s*<?([^)\s>]+)/.exec(rest ?? line)?.[1];
  return link ?? (plainWords(rest ?? '') || undefined);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
