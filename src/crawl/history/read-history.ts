import type { FileHistory, RepositoryFiles } from '../../catalog/repository-files.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { describeFailure } from '../describe-failure.ts';
import type { FoundRepository, RepositoryReader } from '../sources/source.ts';
import type { KnownHistory } from './known-history.ts';
import { walkHistory } from './walk-history.ts';

/** Whose history is wanted, how far back, and what is known of it. */
export interface HistoryRules {
  /** Paths of a repository's files of which somebody wants to know who changed them when. */
  readonly paths: (files: RepositoryFiles) => readonly string[];
  /** How many commits of a repository are looked at, at most. */
  readonly commits: number;
  /** What earlier crawls learned, by `RepositoryInfo.id`. */
  readonly known: ReadonlyMap<string, KnownHistory>;
  /** What this one learns, by `RepositoryInfo.id`; grows. */
  readonly learned: Map<string, KnownHistory>;
}

/** Commits that are asked for where what came before them is known: most builds see fewer new ones. */
const fewCommits = 30;

/**
 * Adds who changed its files when. What is known up to an earlier commit is not read again; where that is not enough, or nothing is
 * known, one request brings commits and trees. What goes wrong is a diagnostic, and what earlier crawls learned of the same content
 * stays. Never rejects.
 */
export async function addHistory(
  files: RepositoryFiles,
  { found, reader, rules, report }: Pick<Reading, 'found' | 'reader' | 'rules' | 'report'>,
): Promise<RepositoryFiles> {
  const paths = rules.paths(files);
  if (paths.length === 0) return files;
  const known = rules.known.get(found.id);
  const learned = await learn({ found, reader, rules, report, files, paths, known }).catch((error: unknown) => {
    const { message: whole, hint } = describeFailure(error, found);
    const reason = whole.slice(whole.indexOf(': ') + 2);
    const message = `The history of ${found.slug} cannot be read: ${reason}`;
    report(diagnose('crawl/history-unread', { message, hint, source: { repository: found.slug } }));
    return known;
  });
  if (!learned) return files;
  if (learned !== known) rules.learned.set(found.id, learned);
  const history = new Map<string, FileHistory>();
  for (const [path, { entry, ...itsHistory }] of learned.files) {
    const oid = files.files.get(path)?.oid;
    if (oid !== undefined && entry.endsWith(` ${oid}`)) history.set(path, itsHistory);
  }
  return { ...files, history };
}

interface Reading {
  readonly found: FoundRepository;
  readonly reader: RepositoryReader;
  readonly rules: HistoryRules;
  readonly report: (problem: Diagnostic) => void;
  readonly files: RepositoryFiles;
  readonly paths: readonly string[];
  readonly known: KnownHistory | undefined;
}

async function learn({ found, reader, rules, files, paths, known }: Reading): Promise<KnownHistory | undefined> {
  const { commit } = files.repository;
  const { commits: limit } = rules;
  const knownFiles = new Map(known?.files);
  const isDeepEnough = known && (known.limit >= limit || ![...knownFiles.values()].some(({ since }) => since));
  if (known?.commit === commit && isDeepEnough && paths.every((path) => knownFiles.has(path))) return known;
  if (!reader.readHistory) return known;
  const base = { commit: known?.commit ?? '', files: knownFiles };
  const isUseful = isDeepEnough && known.commit !== commit;
  const tries = isUseful ? [Math.min(fewCommits, limit), limit].map((depth) => ({ depth, base })) : [];
  for (const { depth, ...from } of [...tries, { depth: limit }]) {
    const source = await reader.readHistory(depth);
    const walked = await walkHistory({ source, head: commit, paths, limit: depth, ...from });
    if (walked.isTangled || (walked.isCut && depth < limit)) continue;
    const sorted = [...walked.files].sort(([a], [b]) => (a < b ? -1 : 1));
    return { id: found.id, commit, limit, files: sorted };
  }
  return known;
}
