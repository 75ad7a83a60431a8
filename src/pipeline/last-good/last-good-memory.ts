import type { GoodRepository, LastGood } from '../../catalog/last-good/good-entity.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { StageResult } from '../../diagnostics/stage.ts';
import { openStateStore } from '../../state/state-store.ts';
import type { BuiltDocs } from '../../techdocs/build-docs.ts';
import type { GoodDocs } from '../../techdocs/good-docs.ts';
import { sweepSites } from '../../techdocs/sites/site-cache.ts';

/** What builds remember of the entities and docs that were good. */
export interface LastGoodMemory {
  /** As the last successful build left it; empty in the first. */
  readonly lastGood: LastGood;
  /** The same of docs sites, by id. */
  readonly docs: ReadonlyMap<string, GoodDocs>;
  /** Remembers these instead. Never rejects: what could not be kept is a diagnostic. */
  readonly keep: (
    next: LastGood | undefined,
    docs?: Pick<BuiltDocs, 'good' | 'used'>,
  ) => Promise<readonly Diagnostic[]>;
}

/**
 * Opens `<stateFolder>/state/last-good` and `<stateFolder>/state/docs`. What is damaged is replaced by what was kept before, with a
 * diagnostic.
 */
export async function openLastGood(stateFolder: string): Promise<StageResult<LastGoodMemory>> {
  const entities = await openStateStore<GoodRepository>(
    { name: 'last-good', content: 'What was good in this build', version: 1, digits: 2, idOf: ({ id }) => id },
    stateFolder,
  );
  const docs = await openStateStore<GoodDocs>(
    { name: 'docs', content: 'Which docs could be built', version: 1, digits: 1, idOf: ({ id }) => id },
    stateFolder,
  );
  const before = [...docs.value.items.values()].map(({ entry }) => entry);
  const keepDocs = async ({ good, used }: Pick<BuiltDocs, 'good' | 'used'>) => {
    const diagnostics = await docs.value.keep(good);
    // What the state names that is on disk now, in both of its generations, is in use.
    if (diagnostics.length === 0) await sweepSites(stateFolder, new Set([...used, ...before])).catch(() => {});
    return diagnostics;
  };
  const keep: LastGoodMemory['keep'] = async (next, built) => [
    ...(await entities.value.keep(
      [...(next ?? entities.value.items).values()].filter(({ entities }) => entities.length > 0),
    )),
    ...(built ? await keepDocs(built) : []),
  ];
  return {
    value: { lastGood: entities.value.items, docs: docs.value.items, keep },
    diagnostics: [...entities.diagnostics, ...docs.diagnostics],
  };
}
