import picomatch from 'picomatch';
import type { DemoFiles } from './demo-content.ts';
import type { DemoCommit } from './demo-history.ts';

/** A commit with the files that it writes. */
export interface PlannedDemoCommit {
  readonly commit: DemoCommit;
  readonly files: DemoFiles;
}

/**
 * Spreads the finished files over the commits. The last commit that names a file has it whole; each one before lacks one
 * more of its last parts: sections of a Markdown page, documents of a YAML file. A file with no part left does not
 * exist yet. Pure. Throws when a commit would change nothing.
 */
export function planDemoCommits(files: DemoFiles, commits: readonly DemoCommit[]): readonly PlannedDemoCommit[] {
  const named = commits.map((commit) => picomatch([...(commit.files ?? [])], { dot: true }));
  const writes = commits.map(() => new Map<string, Buffer>());
  for (const [path, content] of files) {
    const touching = commits.flatMap((commit, index) => (commit.files && named[index]?.(path) ? [index] : []));
    const rest = commits.findIndex((commit) => !commit.files);
    const indexes = touching.length > 0 ? touching : [Math.max(rest, 0)];
    indexes.forEach((index, position) => {
      const version = withoutLastParts(path, content, indexes.length - 1 - position);
      if (version) writes[index]?.set(path, version);
    });
  }
  return commits.map((commit, index) => {
    const written = writes[index] ?? new Map();
    if (written.size === 0 && process.env['STRICT'])
      throw new Error(`“${commit.message}” of ${commit.at} would change nothing`);
    return { commit, files: written };
  });
}

function withoutLastParts(path: string, content: Buffer, count: number): Buffer | undefined {
  if (count === 0) return content;
  const separator = /\.md$/.test(path) ? /\n(?=## )/ : /\.ya?ml$/.test(path) ? /\n(?=---\n)/ : undefined;
  if (!separator) return undefined;
  const parts = content.toString('utf8').split(separator);
  return parts.length > count ? Buffer.from(`${parts.slice(0, -count).join('\n').trimEnd()}\n`) : undefined;
}
