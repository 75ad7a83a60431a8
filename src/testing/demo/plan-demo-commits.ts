import picomatch from 'picomatch';
import type { DemoFiles } from './demo-content.ts';
import type { DemoCommit } from './demo-history.ts';

/** A commit with the files that it writes. */
export interface PlannedDemoCommit {
  readonly commit: DemoCommit;
  readonly files: DemoFiles;
}

/**
 * Spreads the finished files over the commits by undoing one commit after the other, newest first: by the texts of its
 * `was` where they occur, else by taking a file's last part away (a section of a Markdown page, a document of a YAML
 * file); a file of one part did not exist before. Pure. Throws when a commit would change nothing.
 */
export function planDemoCommits(files: DemoFiles, commits: readonly DemoCommit[]): readonly PlannedDemoCommit[] {
  const named = commits.map((commit) => picomatch([...(commit.files ?? [])], { dot: true }));
  const rest = Math.max(
    commits.findIndex((commit) => !commit.files),
    0,
  );
  const writes = commits.map(() => new Map<string, Buffer>());
  for (const [path, content] of files) {
    const touching = commits.flatMap((commit, index) => (commit.files && named[index]?.(path) ? [index] : []));
    let version: Buffer | undefined = content;
    for (const index of (touching.length > 0 ? touching : [rest]).toReversed()) {
      if (version) writes[index]?.set(path, version);
      version = version && undo(commits[index], path, version);
    }
  }
  return commits.map((commit, index) => {
    const written = writes[index] ?? new Map();
    if (written.size === 0) throw new Error(`“${commit.message}” of ${commit.at} would change nothing`);
    return { commit, files: written };
  });
}

function undo(commit: DemoCommit | undefined, path: string, content: Buffer): Buffer | undefined {
  const text = content.toString('utf8');
  const before = (commit?.was ?? []).reduce((sum, change) => sum.replaceAll(change.now, () => change.before), text);
  if (before !== text) return Buffer.from(before);
  const separator = path.endsWith('.md') ? /\n(?=## )/ : /\.ya?ml$/.test(path) ? /\n(?=---\n)/ : undefined;
  const parts = separator ? text.split(separator) : [];
  return parts.length > 1 ? Buffer.from(`${parts.slice(0, -1).join('\n').trimEnd()}\n`) : undefined;
}
