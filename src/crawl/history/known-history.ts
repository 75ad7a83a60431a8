import type { FileHistory } from '../../catalog/repository-files.ts';
import type { StageResult } from '../../diagnostics/stage.ts';
import { openStateStore, type StateStore } from '../../state/state-store.ts';

/** What is known of a file's history, and of what content that is true. */
export interface KnownFileHistory extends FileHistory {
  /** Mode and object id: `100644 3f2c…`. */
  readonly entry: string;
}

/** What is known of the history of one repository's files. */
export interface KnownHistory {
  /** `RepositoryInfo.id`. */
  readonly id: string;
  /** The commit up to which it is known. */
  readonly commit: string;
  /** How many commits were looked at, at most. */
  readonly limit: number;
  /** By path, sorted. */
  readonly files: readonly (readonly [path: string, history: KnownFileHistory])[];
}

/** Opens `<stateFolder>/state/history`. What is lost of it can be had again. */
export function openHistoryStore(stateFolder: string): Promise<StageResult<StateStore<KnownHistory>>> {
  const content = 'What this build learned of who changed what';
  const kind = { name: 'history', content, version: 1, digits: 2, idOf: ({ id }: KnownHistory) => id } as const;
  return openStateStore(kind, stateFolder);
}
