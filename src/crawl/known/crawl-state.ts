import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { StageResult } from '../../diagnostics/stage.ts';
import { openStateStore } from '../../state/state-store.ts';
import { openHistoryStore } from '../history/known-history.ts';
import { sweepRecords } from '../repository-record.ts';
import { sweepBlobs } from '../sweep-blobs.ts';
import type { CrawlMemory, KnownListing, KnownRepository, WaitingRepository } from './known-repository.ts';

/** What crawls remember of one another. */
export interface CrawlState extends CrawlMemory {
  /** Remembers this instead. Never rejects: what could not be kept is a diagnostic. */
  readonly keep: (next: CrawlMemory) => Promise<readonly Diagnostic[]>;
}

type Item = KnownRepository | (WaitingRepository & { readonly id: string }) | KnownSource;

interface KnownSource {
  readonly listedSource: string;
  readonly listing: KnownListing;
}

/**
 * Opens `<stateFolder>/state/crawl`. What is damaged is replaced by what was kept before, with a diagnostic. What was read of
 * repositories stays for as long as this state or the one before names it.
 */
export async function openCrawlState(stateFolder: string): Promise<StageResult<CrawlState>> {
  const { value: store, diagnostics } = await openStateStore<Item>(
    { name: 'crawl', content: 'What this build learned of the repositories', version: 1, digits: 1, idOf },
    stateFolder,
  );
  const known = new Map<string, KnownRepository>();
  const waiting = new Map<string, WaitingRepository>();
  const listings = new Map<string, KnownListing>();
  for (const [id, item] of store.items) {
    if ('repository' in item) known.set(id, item);
    else if ('listedSource' in item) listings.set(item.listedSource, item.listing);
    else {
      const { id: _id, ...waits } = item;
      waiting.set(id, waits);
    }
  }
  const keep = async (next: CrawlMemory) => {
    const waits = [...next.waiting].map(([id, each]) => ({ id, ...each }));
    const lists = [...(next.listings ?? [])].map(([listedSource, listing]) => ({ listedSource, listing }));
    const problems = [...(await store.keep([...next.known.values(), ...waits, ...lists]))];
    if (problems.length > 0) return problems;
    if (next.histories) problems.push(...(await histories.keep(next.histories.values())));
    // What cannot be deleted today can be another day.
    await sweepRecords(stateFolder, commitsOf(known, next.known)).catch(() => {});
    await sweepBlobs(stateFolder).catch(() => {});
    return problems;
  };
  const { value: histories, diagnostics: lost } = await openHistoryStore(stateFolder);
  return {
    value: { known, waiting, listings, histories: histories.items, keep },
    diagnostics: [...diagnostics, ...lost],
  };
}

function idOf(item: Item): string {
  if ('repository' in item) return item.repository.id;
  return 'listedSource' in item ? `source:${item.listedSource}` : item.id;
}

function commitsOf(...states: readonly ReadonlyMap<string, KnownRepository>[]) {
  return states.flatMap((known) => [...known.values()].map(({ repository }) => repository));
}
