import type { ManifestEntry } from '../manifest.ts';

/** A place that releases are published to. Adapters throw `CallboardError` that says what to do. */
export interface Store {
  /** Requests that it likes to have under way at once. */
  readonly concurrency: number;
  /** Its name for people, never with a secret in it. */
  describe(): string;
  /** The content of a key, or `undefined` when there is none. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** Puts the content at `entry.key`, whole or not at all, with type, cache policy and checksum of the entry. */
  put(entry: ManifestEntry, content: Uint8Array): Promise<void>;
  /** Deletes these keys; one that is not there is no error. */
  delete(keys: readonly string[]): Promise<void>;
  /** Frees what the store holds. It is not used afterwards. */
  close(): Promise<void>;
}
