import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Descriptor } from '../locations/walk-descriptors.ts';
import type { ReadEntity } from '../read-entity.ts';
import type { YamlFile } from '../yaml/yaml-documents.ts';

/** A document of a catalog file that is bad, so that it may be the newest version of what was good before. */
export interface BadDocument {
  readonly path: string;
  /** As its author wrote it; empty when it is the rest of a file that was not read. */
  readonly text: string;
  /** Canonical ref of what it defines; absent where it does not parse or leaves that open. */
  readonly ref?: string;
  readonly reason: Diagnostic;
}

/** What a run learned of one repository's catalog files. */
export interface RepositoryReading {
  /** The files that were read, by path. */
  readonly reached: ReadonlyMap<string, Descriptor>;
  readonly badDocuments: readonly BadDocument[];
  /** What is wrong with Locations. */
  readonly locationProblems: readonly Diagnostic[];
}

/** A document that parsed and was refused; `undefined` where nothing is wrong with it. */
export function badDocument(path: string, text: string, read: ReadEntity): BadDocument | undefined {
  const reason = read.diagnostics.find((item) => item.severity === 'error');
  return reason && { path, text, reason, ...(read.refused && { ref: read.refused }) };
}

/** What did not parse of a file: documents, and the rest of a file that was not read to its end. */
export function listBroken(path: string, file: YamlFile): BadDocument[] {
  const broken = file.broken.map(({ text, diagnostic }) => ({ path, text, reason: diagnostic }));
  const known = new Set<Diagnostic>(broken.map(({ reason }) => reason));
  const rest = file.diagnostics.filter((item) => item.severity === 'error' && !known.has(item));
  return [...broken, ...rest.map((reason) => ({ path, text: '', reason }))];
}

/** How a bad document is recognised in later runs, as long as it stays as it is. */
export function badDocumentId({ ref, text, reason }: BadDocument): string {
  return ref ?? (text === '' ? reason.code : text.slice(0, 200));
}
