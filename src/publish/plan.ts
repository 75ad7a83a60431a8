import { cacheClassOf } from './cache-policy.ts';
import { compareKeys, type Manifest, type ManifestEntry, makeManifest } from './manifest.ts';

/** Uploads that may happen in any order among themselves. */
export interface PublishWave {
  /** `assets` nothing links to yet, `new pages` neither, `changed pages` may link to both, `entry points` lead to all. */
  readonly name: 'assets' | 'new pages' | 'changed pages' | 'entry points';
  readonly uploads: readonly ManifestEntry[];
}

/** What must happen to bring a store from one release to the next. */
export interface PublishPlan {
  /** Only the waves with something in them, in the order in which they must be complete. */
  readonly waves: readonly PublishWave[];
  /**
   * Keys that only earlier releases named, deleted when everything else, the manifest too, is up: all of a group
   * before any of the next, so that no page outlives its assets.
   */
  readonly deletions: readonly (readonly string[])[];
  readonly unchanged: number;
  /** To upload. */
  readonly bytes: number;
  /** The store's manifest while the publish is under way; absent when there is nothing to do. */
  readonly intent?: Manifest;
}

const waveNames = ['assets', 'new pages', 'changed pages', 'entry points'] as const;

function isPage(key: string): boolean {
  return /\.(?:html|json|xml|txt|md)$/.test(key);
}

function waveOf(key: string, isNew: boolean): PublishWave['name'] {
  if (cacheClassOf(key) === 'entry') return 'entry points';
  if (!isPage(key)) return 'assets';
  return isNew ? 'new pages' : 'changed pages';
}

function isSame(left: ManifestEntry, right: ManifestEntry | undefined): boolean {
  return (
    left.sha256 === right?.sha256 &&
    left.size === right.size &&
    left.type === right.type &&
    left.cachePolicy === right.cachePolicy
  );
}

/**
 * Decides what to upload and delete. `current` is the manifest that Callboard left in the store, or `undefined` when
 * there is none: then everything is uploaded and nothing deleted. Keys that `current` does not name are never deleted.
 */
export function planPublish(next: Manifest, current: Manifest | undefined): PublishPlan {
  const unsettled = new Set(current?.unsettled);
  const before = new Map(current?.entries.map((entry) => [entry.key, entry]));
  const after = new Set(next.entries.map((entry) => entry.key));
  const uploads = next.entries.filter((entry) => unsettled.has(entry.key) || !isSame(entry, before.get(entry.key)));
  const gone = [...new Set([...before.keys(), ...unsettled])].filter((key) => !after.has(key)).sort(compareKeys);
  const deletions = [gone.filter(isPage), gone.filter((key) => !isPage(key))].filter((group) => group.length > 0);
  const waves = waveNames
    .map((name) => ({ name, uploads: uploads.filter((entry) => waveOf(entry.key, !before.has(entry.key)) === name) }))
    .filter((wave) => wave.uploads.length > 0);
  const isNeeded = current === undefined || uploads.length > 0 || gone.length > 0;
  return {
    waves,
    deletions,
    unchanged: next.entries.length - uploads.length,
    bytes: uploads.reduce((sum, entry) => sum + entry.size, 0),
    ...(isNeeded && {
      intent: makeManifest(current?.entries ?? [], [...uploads.map((entry) => entry.key), ...gone]),
    }),
  };
}
