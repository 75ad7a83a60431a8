import type { RepositoryFile } from '../catalog/repository-files.ts';
import type { CrawlLimits } from '../config/config.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { WritableBlobStore } from './blob-store.ts';
import type { KnownBlob } from './repository-record.ts';
import type { RepositoryReader } from './sources/source.ts';
import type { WantedFile } from './wanted-files.ts';

/** One repository while its files are being read. */
export interface FileReading {
  readonly slug: string;
  readonly limits: CrawlLimits;
  readonly blobs: WritableBlobStore;
  readonly reader: Pick<RepositoryReader, 'readBlobs'>;
  /** By object id; grows. */
  readonly known: Map<string, KnownBlob>;
  /** By path; grows. */
  readonly files: Map<string, RepositoryFile>;
  readonly report: (problem: Diagnostic) => void;
}

interface Need {
  readonly text: boolean;
  readonly blob: boolean;
  /** Bytes beyond which nobody wants its text. */
  readonly upTo: number;
}

/** Reads what is wanted and not yet known, in one go. Gives back whether anything new was learned. */
export async function readUnknown(wanted: readonly WantedFile[], reading: FileReading): Promise<boolean> {
  const needs = await planNeeds(wanted, reading);
  if (needs.size === 0) return false;
  const { limits, known } = reading;
  let bytes = bytesOf(reading.files.values());
  const accept = (size: number) => {
    bytes += size;
    return size <= limits.bytesPerFile && bytes <= limits.bytesPerRepository;
  };
  for await (const { oid, size, content } of reading.reader.readBlobs([...needs.keys()], accept)) {
    const need = needs.get(oid);
    if (!content || !need) known.set(oid, { ...known.get(oid), size });
    else {
      const blob = describeBlob(content, { text: need.text && size <= need.upTo });
      known.set(oid, { ...known.get(oid), ...blob });
      if (need.blob && blob.flaw !== 'lfs-pointer') await reading.blobs.write(oid, content);
    }
  }
  return true;
}

/** Keeps the wanted files that are known and within the limits, and reports the others. Depends on nothing but the commit. */
export function keepFiles(wanted: readonly WantedFile[], reading: FileReading): void {
  let bytes = bytesOf(reading.files.values());
  for (const { entry, text, blob, upTo } of wanted) {
    const known = reading.known.get(entry.oid);
    const limit = Math.min(reading.limits.bytesPerFile, upTo ?? Number.POSITIVE_INFINITY);
    const sound = known && known.size <= limit && known.flaw !== 'lfs-pointer';
    const isFlawed = !sound || (text && known.flaw);
    if (isFlawed && upTo === undefined) reading.report(describeUnusable(entry.path, known, reading));
    if (!sound || (known.flaw && !blob)) continue;
    if (!reading.files.has(entry.path)) bytes += known.size;
    if (bytes > reading.limits.bytesPerRepository) {
      reading.report(describeExcess(entry.path, reading));
      return;
    }
    const kept = { path: entry.path, oid: entry.oid, size: known.size };
    reading.files.set(entry.path, text && known.text !== undefined ? { ...kept, text: known.text } : kept);
  }
}

async function planNeeds(wanted: readonly WantedFile[], reading: FileReading): Promise<Map<string, Need>> {
  const needs = new Map<string, Need>();
  for (const { entry, text, blob, upTo = Number.POSITIVE_INFINITY } of wanted) {
    const known = reading.known.get(entry.oid);
    const limit = Math.min(reading.limits.bytesPerFile, upTo);
    if (known && (known.size > limit || known.flaw === 'lfs-pointer')) continue;
    const kept = blob ? await reading.blobs.sizeOf(entry.oid, known?.size) : undefined;
    if (kept !== undefined && !known) reading.known.set(entry.oid, { size: kept });
    const before = needs.get(entry.oid);
    const need = {
      text: before?.text || (text && known?.text === undefined && known?.flaw === undefined),
      blob: before?.blob || (blob && kept === undefined),
      upTo: Math.max(before?.upTo ?? 0, upTo),
    };
    if (need.text || need.blob) needs.set(entry.oid, need);
  }
  return needs;
}

const lfsPointer = Buffer.from('version https://git-lfs.github.com/spec/');

/** What is known of a blob once it was read, its text among it when that is needed. */
export function describeBlob(content: Buffer, need: Pick<Need, 'text'>): KnownBlob {
  const size = content.length;
  if (size < 1024 && content.subarray(0, lfsPointer.length).equals(lfsPointer)) return { size, flaw: 'lfs-pointer' };
  if (!need.text) return { size };
  try {
    return { size, text: new TextDecoder('utf-8', { fatal: true }).decode(content) };
  } catch {
    return { size, flaw: 'not-utf8' };
  }
}

function describeUnusable(path: string, known: KnownBlob | undefined, reading: FileReading): Diagnostic {
  const source = { repository: reading.slug, path };
  if (!known) return diagnose('crawl/blob-missing', { message: `The content of ${path} is missing.`, source });
  if (known.flaw === 'lfs-pointer') {
    return diagnose('crawl/lfs-pointer', { message: `${path} is only a pointer into Git LFS.`, source });
  }
  if (known.flaw === 'not-utf8') return diagnose('crawl/not-utf8', { message: `${path} is not UTF-8 text.`, source });
  const message = `${path} has ${known.size} bytes; the limit is ${reading.limits.bytesPerFile}.`;
  return diagnose('crawl/file-too-large', { message, source });
}

function describeExcess(path: string, { slug, limits }: FileReading): Diagnostic {
  const message = `The wanted files have more than ${limits.bytesPerRepository} bytes; ${path} and what comes after it is left out.`;
  return diagnose('crawl/too-many-bytes', { message, source: { repository: slug } });
}

function bytesOf(files: Iterable<RepositoryFile>): number {
  let bytes = 0;
  for (const file of files) bytes += file.size;
  return bytes;
}
