import type { FileRequest } from '../catalog/repository-files.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Tree, TreeEntry } from './git/tree.ts';

/** A file that is wanted, and in which ways. */
export interface WantedFile {
  readonly entry: TreeEntry;
  readonly text: boolean;
  readonly blob: boolean;
  /** All who want it can do without it, above all when it has more bytes than this. */
  readonly upTo?: number;
}

/** Collects requests for files of one tree. */
export interface WantedFiles {
  /**
   * Takes requests and gives back those that ask for something new, in order. What cannot be had is reported once and left
   * out; what does not exist is ignored.
   */
  readonly add: (requests: Iterable<FileRequest>, report: (problem: Diagnostic) => void) => readonly WantedFile[];
  /** Of all paths that were ever asked for, those that the commit has or may have; what is not among them is proved absent. */
  readonly present: () => readonly string[];
}

/** Starts collecting for one repository; at most `limit` files are wanted of it. */
export function collectWantedFiles(repository: string, tree: Tree, limit: number): WantedFiles {
  const entries = new Map(tree.entries.map((entry) => [entry.path, entry]));
  const wanted = new Map<string, WantedFile>();
  const blocked = new Set<string>();
  const asked = new Set<string>();
  let full = false;

  const reportLimit = (): Diagnostic => {
    full = true;
    const message = `More than ${limit} files of this repository are wanted; the rest is left out.`;
    return diagnose('crawl/too-many-files', { message, source: { repository } });
  };
  const explain = (path: string, report: (problem: Diagnostic) => void) => {
    const obstacle = findObstacle(entries, path);
    if (!obstacle || blocked.has(obstacle.path)) return;
    blocked.add(obstacle.path);
    report(describeObstacle(repository, obstacle, path));
  };

  return {
    add: (requests, report) => {
      const fresh = new Map<string, WantedFile>();
      for (const { path, as, upTo } of requests) {
        asked.add(path);
        const entry = entries.get(path);
        const before = wanted.get(path);
        if (entry?.kind !== 'file') explain(path, report);
        else if (!before && wanted.size >= limit) {
          if (!full) report(reportLimit());
        } else if (!before?.[as] || isMore(upTo, before.upTo)) {
          const { upTo: _, ...known } = before ?? { entry, text: false, blob: false };
          const most = before && !isMore(upTo, before.upTo) ? before.upTo : upTo;
          const file = { ...known, [as]: true, ...(most !== undefined && { upTo: most }) };
          wanted.set(path, file);
          fresh.set(path, file);
        }
      }
      return [...fresh.values()];
    },
    present: () =>
      [...asked].filter((path) => tree.truncated || entries.has(path) || findObstacle(entries, path) !== undefined),
  };
}

// No limit is more than any.
function isMore(one: number | undefined, other: number | undefined): boolean {
  return other !== undefined && (one === undefined || one > other);
}

// The path itself, or a folder on the way to it, may be a link or a submodule.
function findObstacle(entries: ReadonlyMap<string, TreeEntry>, path: string): TreeEntry | undefined {
  const segments = path.split('/');
  return segments
    .map((_, index) => entries.get(segments.slice(0, index + 1).join('/')))
    .find((entry) => entry !== undefined && entry.kind !== 'file');
}

function describeObstacle(repository: string, obstacle: TreeEntry, path: string): Diagnostic {
  const what = obstacle.kind === 'symlink' ? 'a symbolic link' : 'a submodule';
  const subject = obstacle.path === path ? path : `${path} is wanted, but ${obstacle.path}`;
  return diagnose(obstacle.kind === 'symlink' ? 'crawl/symlink' : 'crawl/submodule', {
    message: `${subject} is ${what}, which is not followed.`,
    source: { repository, path: obstacle.path },
  });
}
