import { folderOf } from '../layout/repository-paths.ts';
import type { DecisionLog, FoundDecision } from './find-decisions.ts';

/** The index page of a folder of decisions, as Markdown, for a folder that has none. */
export function decisionListPage(log: DecisionLog): string {
  return `# Decisions\n\n${decisionTable(log, log.folder)}`;
}

/**
 * An index page with the list of its folder's decisions at its end, as Markdown; `undefined` when its author keeps a list there
 * already: it names at least half of them.
 */
export function withDecisionList(index: string, uri: string, log: DecisionLog): string | undefined {
  const named = log.decisions.filter(({ uri }) => index.includes(fileOf(uri))).length;
  if (named * 2 >= log.decisions.length) return undefined;
  return `${index.replace(/\s+$/, '')}\n\n## All decisions\n\n${decisionTable(log, folderOf(uri))}`;
}

/** Links are relative to the folder of the page that the table stands on. */
function decisionTable({ decisions }: DecisionLog, folder: string): string {
  const byUri = new Map(decisions.map((decision) => [decision.uri, decision]));
  const dated = decisions.some(({ date }) => date !== undefined);
  const decided = decisions.some(({ deciders }) => deciders.length > 0);
  const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const head = ['Decision', 'Status', ...(dated ? ['Date'] : []), ...(decided ? ['Decided by'] : [])];
  const rows = decisions.map((decision) =>
    row(
      `[${inert(titleOf(decision))}](${linkTo(decision, folder)})`,
      statusOf(decision, folder, byUri),
      ...(dated ? [decision.date ? `<span class="decision-date">${decision.date}</span>` : ''] : []),
      ...(decided ? [decision.deciders.map(inert).join(', ')] : []),
    ),
  );
  return `${[row(...head), row(...head.map(() => '---')), ...rows].join('\n')}\n`;
}

function statusOf(
  { status, state, supersededBy }: FoundDecision,
  folder: string,
  byUri: ReadonlyMap<string, FoundDecision>,
): string {
  if (status === undefined) return '';
  const badge = `<span class="decision-state decision-${state}">${inert(status)}</span>`;
  const successor = supersededBy === undefined ? undefined : byUri.get(supersededBy);
  if (!successor) return badge;
  const name = successor.number === undefined ? titleOf(successor) : String(successor.number);
  return `${badge} by [${inert(name)}](${linkTo(successor, folder)})`;
}

function titleOf({ number, title }: FoundDecision): string {
  return number === undefined ? title : `${number}. ${title}`;
}

function linkTo({ uri }: FoundDecision, folder: string): string {
  return encodeURI(folder === '' ? uri : uri.slice(folder.length + 1)).replace(/[()#?]/g, (mark) => {
    return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}

function fileOf(uri: string): string {
  return uri.slice(folderOf(uri).length).replace(/^\//, '');
}

/** Text of which no Markdown extension makes anything. */
function inert(text: string): string {
  return text.replace(/[^\p{L}\p{N}\s,]/gu, (mark) => `&#${mark.codePointAt(0)};`);
}
