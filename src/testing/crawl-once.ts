import { basename } from 'node:path';
import type { FileSelector } from '../catalog/repository-files.ts';
import type { CrawlLimits, LocalSourceConfig, SourceConfig } from '../config/config.ts';
import type { Clock } from '../crawl/clock.ts';
import { type CrawlInput, crawl } from '../crawl/crawl.ts';
import type { FollowRules } from '../crawl/further/read-following.ts';
import { openCrawlState } from '../crawl/known/crawl-state.ts';
import type { CrawlMemory } from '../crawl/known/known-repository.ts';
import type { Snapshot } from '../crawl/snapshot.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Limits that no test meets by accident. */
export const roomyLimits: CrawlLimits = {
  minutes: 600,
  filesPerRepository: 1000,
  bytesPerRepository: 10_000_000,
  bytesPerFile: 1_000_000,
  secondsPerRepository: 60,
  commitsPerRepository: 1000,
};

/** What a test may say of a crawl beyond its sources. */
export interface CrawlOptions {
  readonly limits?: CrawlLimits;
  readonly selectors?: readonly FileSelector[];
  /** Gets the lines for `--verbose`. */
  readonly log?: string[];
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
  /** By default no Location leads to a repository that no source lists. */
  readonly follow?: FollowRules;
  readonly only?: readonly string[];
  readonly history?: CrawlInput['history'];
  /** By default nobody asks who wrote what has no descriptor. */
  readonly contributors?: boolean;
  /** By default 2. */
  readonly concurrency?: number;
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

/** What came of a crawl. */
export interface CrawledOnce {
  readonly snapshot: Snapshot;
  readonly diagnostics: readonly Diagnostic[];
  /** Has the next crawl remember this one, or something else: until then the state is as it was. */
  readonly keep: (next?: CrawlMemory) => Promise<readonly Diagnostic[]>;
}

/** Crawls with what the state folder remembers and nothing else to say. */
export async function crawlOnce(
  sources: readonly SourceConfig[],
  stateFolder: string,
  options: CrawlOptions = {},
): Promise<CrawledOnce> {
  const { limits = roomyLimits, selectors = [], log = [], signal = new AbortController().signal } = options;
  const state = await openCrawlState(stateFolder);
  const { value, diagnostics } = await crawl(
    {
      sources,
      limits,
      selectors,
      memory: state.value,
      ...(options.clock && { clock: options.clock }),
      ...(options.follow && { follow: options.follow }),
      ...(options.only && { only: options.only }),
      ...(options.history && { history: options.history }),
      ...(options.contributors && { contributors: true }),
    },
    {
      signal,
      stateFolder,
      concurrency: options.concurrency ?? 2,
      progress: () => {},
      log: (message) => log.push(message),
    },
  );
  return {
    snapshot: value,
    diagnostics: [...state.diagnostics, ...diagnostics],
    keep: (next = value.next) => state.value.keep(next),
  };
}

/** Crawls and remembers it, as a build does once its portal is in place. */
export async function crawlAndKeep(...args: Parameters<typeof crawlOnce>): Promise<Omit<CrawledOnce, 'keep'>> {
  const { keep, snapshot, diagnostics } = await crawlOnce(...args);
  return { snapshot, diagnostics: [...diagnostics, ...(await keep())] };
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
