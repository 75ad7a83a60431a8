import type { FileSelector } from '../catalog/repository-files.ts';
import type { CrawlLimits, SourceConfig } from '../config/config.ts';
import { crawl } from '../crawl/crawl.ts';
import type { Snapshot } from '../crawl/snapshot.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Limits that no test meets by accident. */
export const roomyLimits: CrawlLimits = {
  filesPerRepository: 1000,
  bytesPerRepository: 10_000_000,
  bytesPerFile: 1_000_000,
  secondsPerRepository: 60,
};

/** Crawls with a state folder and nothing else to say. */
export async function crawlOnce(
  sources: readonly SourceConfig[],
  stateFolder: string,
  options: {
    readonly limits?: CrawlLimits;
    readonly selectors?: readonly FileSelector[];
    readonly log?: string[];
  } = {},
): Promise<{ readonly snapshot: Snapshot; readonly diagnostics: readonly Diagnostic[] }> {
  const { limits = roomyLimits, selectors = [], log = [] } = options;
  const { value, diagnostics } = await crawl(
    { sources, limits, selectors },
    {
      signal: new AbortController().signal,
      stateFolder,
      concurrency: 2,
      progress: () => {},
      log: (message) => log.push(message),
    },
  );
  return { snapshot: value, diagnostics };
}

/** Texts by slug and path; a blob is `undefined`. */
export function filesOf(snapshot: Snapshot): Record<string, Record<string, string | undefined>> {
  return Object.fromEntries(
    snapshot.repositories.map(({ repository, files }) => [
      repository.slug,
      Object.fromEntries([...files.values()].map(({ path, text }) => [path, text])),
    ]),
  );
}

/** Codes of diagnostics, with the repository that each concerns. */
export function codesOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, source }) => (source ? `${code} ${source.repository}` : code));
}
