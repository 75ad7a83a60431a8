import type { GoodRepository, LastGood } from '../../catalog/last-good/good-entity.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { StageResult } from '../../diagnostics/stage.ts';
import { openStateStore } from '../../state/state-store.ts';

/** What builds remember of the entities that were good. */
export interface LastGoodMemory {
  /** As the last successful build left it; empty in the first. */
  readonly lastGood: LastGood;
  /** Remembers these instead. Never rejects: what could not be kept is a diagnostic. */
  readonly keep: (next: LastGood | undefined) => Promise<readonly Diagnostic[]>;
}

/** Opens `<stateFolder>/state/last-good`. What is damaged is replaced by what was kept before, with a diagnostic. */
export async function openLastGood(stateFolder: string): Promise<StageResult<LastGoodMemory>> {
  const { value, diagnostics } = await openStateStore<GoodRepository>(
    { name: 'last-good', content: 'What was good in this build', version: 1, digits: 2, idOf: ({ id }) => id },
    stateFolder,
  );
  const keep = (next: LastGood | undefined) =>
    value.keep([...(next ?? value.items).values()].filter(({ entities }) => entities.length > 0));
  return { value: { lastGood: value.items, keep }, diagnostics };
}
