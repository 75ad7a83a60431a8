import type { DecisionState } from '../docs-site.ts';
import { readDate } from './decision-date.ts';
import { type DecisionName, parseDecisionName } from './decision-name.ts';
import { type DecisionStatus, readStatus, successorIn } from './decision-status.ts';
import { type DecisionText, readDecisionText } from './decision-text.ts';
import { plainWords } from './plain-words.ts';

/** A decision as its record says it. */
export interface ParsedDecision {
  readonly number?: number;
  readonly title: string;
  readonly status?: string;
  readonly state: DecisionState;
  /** `2021-01-31`. */
  readonly date?: string;
  readonly deciders: readonly string[];
  /** What stands in its place, as it is written. */
  readonly successor?: string;
}

const mostDeciders = 10;
const unfilled = /^(?:\{.*\}|\[.*\]|<.*>|yyyy-mm-dd.*|list everyone.*|-|n\/?a|none|tbd)$/i;

/**
 * Reads an architecture decision record: MADR of any version, Nygard's and adr-tools' form, Log4brains', and what is near to
 * them. `undefined` for a file that is none, by its name or because it neither has a number, a date nor a status. Never throws.
 */
export function parseDecision(fileName: string, text: string): ParsedDecision | undefined {
  const name = parseDecisionName(fileName);
  if (!name) return undefined;
  const read = readDecisionText(text);
  const own = read.front.get('title');
  const heading = readMarkedHeading(read.heading ?? (typeof own === 'string' ? own : undefined));
  const status = statusOf(read) ?? heading.status;
  if (name.number === undefined && name.date === undefined && status === undefined) return undefined;
  const { title, number } = titleOf(name, heading.text === undefined ? read : { ...read, heading: heading.text });
  if (/^[{[].*[}\]]$/.test(title)) return undefined;
  const date = dateOf(read) ?? name.date;
  return {
    ...(number !== undefined && { number }),
    title,
    ...(status && { status: status.label }),
    state: status?.state ?? 'other',
    ...(date !== undefined && { date }),
    deciders: decidersOf(read),
    ...(status?.successor !== undefined && { successor: status.successor }),
  };
}

/** A heading such as `[Superseded] Use queues`, or a title of the front matter. */
function readMarkedHeading(heading: string | undefined): { readonly text?: string; readonly status?: DecisionStatus } {
  const marked = /^\s*(.{0,20}?)\[([a-z ]{3,20})\][\s:–-]*([^\s(].*)$/i.exec(heading ?? '');
  const status = marked ? readStatus([marked[2] ?? '']) : undefined;
  return marked && status && status.state !== 'other' ? { text: `${marked[1]}${marked[3]}`, status } : {};
}

function statusOf(read: DecisionText): DecisionStatus | undefined {
  const written = linesOf(read, 'status', 'state');
  const status = readStatus(written);
  const [successor] = linesOf(read, 'superseded-by', 'replaced-by').flatMap((line) => successorIn(`by ${line}`) ?? []);
  if (successor === undefined || unfilled.test(successor)) return status;
  return { label: 'Superseded', state: 'superseded', successor };
}

function dateOf(read: DecisionText): string | undefined {
  const written = [...linesOf(read, 'date'), ...linesOf(read, 'status', 'state')];
  return written.map(readDate).find((date) => date !== undefined);
}

function decidersOf(read: DecisionText): readonly string[] {
  const written = linesOf(read, 'deciders', 'decision-makers', 'decision-maker', 'decision-owner', 'decision-owners');
  const people = (written.length > 0 ? written : linesOf(read, 'author', 'authors'))
    .filter((line) => !unfilled.test(line))
    .flatMap((line) => line.split(/[,;]|\band\b/))
    .map((person) => plainWords(person).slice(0, 60))
    .filter((person) => person !== '' && !unfilled.test(person));
  return [...new Set(people)].slice(0, mostDeciders);
}

/** A value of the front matter, or what the text says. */
function linesOf({ front, fields }: DecisionText, ...names: readonly string[]): readonly string[] {
  const values = names.flatMap((name) => {
    const value = front.get(name);
    return Array.isArray(value) ? value : [value];
  });
  const written = values.filter((value) => typeof value === 'string' || typeof value === 'number').map(String);
  const filled = written.filter((line) => line.trim() !== '');
  return filled.length > 0 ? filled : names.flatMap((name) => fields.get(name) ?? []);
}

/** The heading without its number, which many formats repeat there. */
function titleOf(name: DecisionName, { heading, front }: DecisionText): { title: string; number?: number } {
  const own = front.get('title');
  const written = plainWords(heading ?? (typeof own === 'string' ? own : ''));
  const labelled = /^(?:m?adr|decision)?[\s#:_-]*(\d{1,5})\s*[.:)–—-]\s*(.+)$/i.exec(written);
  const spaced = /^(?:m?adr|decision)[\s#:_-]*(\d{1,5})\s+(.+)$/i.exec(written);
  const found = labelled ?? spaced;
  const number = name.number ?? (name.date === undefined && found ? Number(found[1]) : undefined);
  // A heading that was copied from another record may have its number still.
  const bare = (found ? found[2] : written.replace(/^(?:m?adr|decision)\s*:\s*/i, ''))?.trim();
  const title = (bare || name.words || `Decision ${number ?? ''}`).slice(0, 200).trim();
  return { title, ...(number !== undefined && { number }) };
}
