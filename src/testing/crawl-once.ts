import { basename } from 'node:path';
import type { FileSelector } from '../catalog/repository-files.ts';
import type { CrawlLimits, LocalSourceConfig, SourceConfig } from '../config/config.ts';
import type { Clock } from '../crawl/clock.ts';
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

/** What a test may say of a crawl beyond its sources. */
export interface CrawlOptions {
  readonly limits?: CrawlLimits;
  readonly selectors?: readonly FileSelector[];
  /** Gets the lines for `--verbose`. */
  readonly log?: string[];
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
}

/** A source of local repositories. */
export function localSourceAt(path: string, rest: Partial<LocalSourceConfig> = {}): LocalSourceConfig {
  const catalogPaths = ['catalog-info.{yaml,yml}', '.backstage/catalog-info.{yaml,yml}'];
  return { type: 'local', name: basename(path), path, catalogPaths, ...rest };
}

/** Wants every file whose path begins like this. */
export function filesUnder(prefix: string, as: 'text' | 'blob'): FileSelector {
  return ({ paths }) => paths.filter((path) => path.startsWith(prefix)).map((path) => ({ path, as }));
}

/** Crawls with a state folder and nothing else to say. */
export async function crawlOnce(
  sources: readonly SourceConfig[],
  stateFolder: string,
  options: CrawlOptions = {},
): Promise<{ readonly snapshot: Snapshot; readonly diagnostics: readonly Diagnostic[] }> {
  const { limits = roomyLimits, selectors = [], log = [], signal = new AbortController().signal } = options;
  const { value, diagnostics } = await crawl(
    { sources, limits, selectors, ...(options.clock && { clock: options.clock }) },
    {
      signal,
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
