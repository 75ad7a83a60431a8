import { readFile } from 'node:fs/promises';
import { load } from 'js-yaml';

/** One commit of the demo's history: when, by whom, and which files it added or completed. */
export interface DemoCommit {
  /** ISO 8601 with an offset from UTC: `2026-11-20T16:42:00+01:00`. */
  readonly at: string;
  /** Key of an author. */
  readonly by: string;
  readonly message: string;
  /** Globs on paths inside the repository; none: every file that no other commit names. */
  readonly files?: readonly string[];
  /** Texts that this commit wrote, each with what stood there before. */
  readonly was?: readonly { readonly now: string; readonly before: string }[];
}

/** The history of one repository of the demo, oldest commit first. */
export interface DemoRepositoryHistory {
  readonly description: string;
  readonly commits: readonly DemoCommit[];
}

/** `content/demo/history.yaml`. */
export interface DemoHistory {
  /** Key → `Name <address>`. */
  readonly authors: Readonly<Record<string, string>>;
  /** Repository's folder name → its history. */
  readonly repositories: Readonly<Record<string, DemoRepositoryHistory>>;
}

/** Reads the demo's history. Rejects when a commit names an unknown author or goes back in time. */
export async function readDemoHistory(file: string): Promise<DemoHistory> {
  const history = load(await readFile(file, 'utf8')) as DemoHistory;
  for (const [name, { commits }] of Object.entries(history.repositories)) {
    for (const [index, commit] of commits.entries()) {
      const previous = commits[index - 1];
      if (!history.authors[commit.by]) throw new Error(`${name}: nobody is called ${commit.by}`);
      if (!(Date.parse(commit.at) > (previous ? Date.parse(previous.at) : 0))) {
        throw new Error(`${name}: ${commit.at} is not a moment after the commit before it`);
      }
    }
  }
  return history;
}
