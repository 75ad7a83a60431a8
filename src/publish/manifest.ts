/** One published file. */
export interface ManifestEntry {
  /** Path below the portal's root, `/` between segments, as it is on disk (not percent-encoded). */
  readonly key: string;
  /** SHA-256 of the content, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** Value of `Content-Type`. */
  readonly type: string;
  /** Value of `Cache-Control`. */
  readonly cachePolicy: string;
}

/** What a release consists of: every file but the manifest itself, sorted by key in code unit order. */
export interface Manifest {
  readonly version: 1;
  readonly entries: readonly ManifestEntry[];
  /**
   * Only in a store's copy: keys of ours whose content there is not certain, because a publish is under way or was
   * interrupted. They are uploaded again or deleted by the next one.
   */
  readonly unsettled?: readonly string[];
  /** The build knew nothing of earlier ones and could not read its sources as a whole: why, one sentence. */
  readonly incompleteFirst?: string;
}

/** Where the manifest lies in a build's output and in every store. */
export const manifestKey = 'manifest.json';

/** The order that manifests keep: by code unit, the same on every machine and in every locale. */
export function compareKeys(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A manifest of these entries, in order. */
export function makeManifest(entries: readonly ManifestEntry[], unsettled: readonly string[] = []): Manifest {
  return {
    version: 1,
    entries: entries.toSorted((left, right) => compareKeys(left.key, right.key)),
    ...(unsettled.length > 0 && { unsettled: unsettled.toSorted(compareKeys) }),
  };
}

/** The manifest as bytes: JSON with one entry a line, so that two of them can be compared by eye. */
export function serialiseManifest(manifest: Manifest): string {
  const list = (values: readonly unknown[]) =>
    values.length === 0 ? '[]' : `[\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]`;
  const { version, entries, unsettled, incompleteFirst } = manifest;
  const mark = incompleteFirst === undefined ? '' : `"incompleteFirst":${JSON.stringify(incompleteFirst)},`;
  return `{"version":${version},${mark}"entries":${list(entries)}${unsettled ? `,"unsettled":${list(unsettled)}` : ''}}\n`;
}
