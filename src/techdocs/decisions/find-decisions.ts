import { folderOf, isWithin, joinPath, relativeTo, resolveInside } from '../layout/repository-paths.ts';
import { isDecisionFolder, parseDecisionName } from './decision-name.ts';
import { type ParsedDecision, parseDecision } from './parse-decision.ts';

/** A page of a site that may be a decision record. */
export interface DecisionPage {
  readonly uri: string;
  /** Path in the repository. */
  readonly path: string;
}

/** A decision and the page that records it. */
export interface FoundDecision extends Omit<ParsedDecision, 'successor'> {
  readonly uri: string;
  /** Uri of the decision that stands in its place. */
  readonly supersededBy?: string;
}

/** The decisions of one folder, in the order of their numbers and dates. */
export interface DecisionLog {
  /** Uri of the folder, `''` for the site's own. */
  readonly folder: string;
  readonly decisions: readonly FoundDecision[];
}

/** Decisions that a site may have; more are a generated heap, and stay plain pages. */
export const mostDecisions = 2000;

/** Folder that a page is a decision of by its place: the outermost one of such a name, or one that is named for it. */
export function decisionFolderOf(uri: string, named: readonly string[]): string | undefined {
  const own = named.find((folder) => isWithin(uri, folder));
  if (own !== undefined) return own;
  const parts = folderOf(uri).split('/');
  const at = parts.findIndex(isDecisionFolder);
  return at === -1 ? undefined : parts.slice(0, at + 1).join('/');
}

/** Whether a page may be a decision record by its place and name alone, or the index of such: its text is needed to say. */
export function mayBeDecision(uri: string, named: readonly string[]): boolean {
  return /\.(?:md|markdown)$/i.test(uri) && decisionFolderOf(uri, named) !== undefined;
}

/** Finds the decision logs of a site, sorted by folder. Pure; a page whose text is not there is known by its name. */
export function findDecisions(
  pages: readonly DecisionPage[],
  named: readonly string[],
  textOf: (path: string) => string | undefined,
): readonly DecisionLog[] {
  const logs = new Map<string, { page: DecisionPage; decision: ParsedDecision }[]>();
  let left = mostDecisions;
  for (const page of pages) {
    const folder = mayBeDecision(page.uri, named) ? decisionFolderOf(page.uri, named) : undefined;
    if (folder === undefined || left === 0) continue;
    const decision = parseDecision(nameOf(page.uri), textOf(page.path) ?? '');
    if (!decision) continue;
    left -= 1;
    logs.set(folder, [...(logs.get(folder) ?? []), { page, decision }]);
  }
  return [...logs.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, found]) => ({ folder, decisions: linkSuccessors(found) }));
}

function linkSuccessors(found: readonly { page: DecisionPage; decision: ParsedDecision }[]): readonly FoundDecision[] {
  const decisions = found.map(({ page: { uri }, decision: { successor, ...decision } }) => {
    const supersededBy = successor === undefined ? undefined : successorOf(uri, successor, found);
    return { uri, ...decision, ...(supersededBy !== undefined && supersededBy !== uri && { supersededBy }) };
  });
  return decisions.sort(
    (a, b) =>
      compare(folderOf(a.uri), folderOf(b.uri)) ||
      (a.number ?? Number.POSITIVE_INFINITY) - (b.number ?? Number.POSITIVE_INFINITY) ||
      compare(a.date ?? '', b.date ?? '') ||
      compare(a.uri, b.uri),
  );
}

/** The decision that a link, a file's name or a number means; those of the same folder come first. */
function successorOf(
  uri: string,
  successor: string,
  found: readonly { page: DecisionPage; decision: ParsedDecision }[],
): string | undefined {
  const path = resolveInside(folderOf(uri), decoded(successor.replace(/[?#].*$/, '')));
  const stem = nameOf(successor).replace(/\.[^.]+$/, '');
  const uris = found.map(({ page }) => page.uri);
  const byFile =
    uris.find((other) => other === path) ?? uris.find((other) => nameOf(other).replace(/\.[^.]+$/, '') === stem);
  if (byFile !== undefined) return byFile;
  const number = parseDecisionName(stem)?.number ?? Number(/\d{1,5}/.exec(successor)?.[0] ?? Number.NaN);
  const sameNumber = found.filter(({ decision }) => decision.number === number).map(({ page }) => page.uri);
  return sameNumber.find((other) => folderOf(other) === folderOf(uri)) ?? sameNumber[0];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function nameOf(path: string): string {
  return relativeTo(folderOf(path), path);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The pages that a folder of decisions may have for its index, best first; a page of the folder's name has the same address. */
export function indexUris(folder: string): readonly string[] {
  const inside = ['index.md', 'README.md', 'readme.md'].map((name) => joinPath(folder, name));
  return folder === '' ? inside : [...inside, `${folder}.md`];
}
