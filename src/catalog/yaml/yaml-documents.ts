import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { yamlLimits } from './yaml-limits.ts';
import { locateIn, parseChunk } from './yaml-parse.ts';
import type { YamlPath } from './yaml-positions.ts';
import { placeInFile, splitDocuments, trimDocument, type YamlChunk } from './yaml-split.ts';

/** Where a file is: the part of a diagnostic's address that its lines are added to. */
export interface YamlSource {
  readonly repository: string;
  readonly path: string;
}

/** 1-based. */
export interface LineAndColumn {
  readonly line: number;
  readonly column: number;
}

/** One document of a file that parsed. */
export interface YamlDocument {
  /** JSON-like data; mappings have no prototype. Values shared by aliases are the same object: do not mutate. */
  readonly value: unknown;
  /** 1-based line of the file on which `text` begins. */
  readonly line: number;
  /** The document as its author wrote it, without the `---` line; line feeds only. */
  readonly text: string;
  /** Where the value (or its key) at this path stands; for a path that does not exist, the nearest one above. */
  readonly locate: (path: YamlPath, part?: 'key' | 'value') => LineAndColumn;
  /** A scalar exactly as its author wrote it (`1.10`, `yes`), or `undefined` where there is none. */
  readonly rawText: (path: YamlPath) => string | undefined;
}

/** One document of a file that did not parse, and why. */
export interface BrokenYamlDocument {
  readonly line: number;
  readonly text: string;
  readonly diagnostic: Diagnostic;
}

/** A YAML file taken apart. */
export interface YamlFile {
  /** The documents that parsed, in order; empty ones are left out. */
  readonly documents: readonly YamlDocument[];
  readonly broken: readonly BrokenYamlDocument[];
  /** All that is wrong with the file, the broken documents' diagnostics among it. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How to treat what a file may hold beside plain data. */
export interface YamlOptions {
  /** Tags of one's own (`!ENV`, `!!python/name:x`): an error, or kept as data to be read with `tagOf`. */
  readonly tags?: 'refuse' | 'keep';
}

/**
 * Parses a YAML 1.2 file as data within the limits of `yamlLimits`. Never throws: a document that breaks a rule is
 * reported and its siblings still count. Dates stay text and merge keys are not expanded.
 */
export function parseYamlFile(text: string, source: YamlSource, options: YamlOptions = {}): YamlFile {
  if (isTooLarge(text)) {
    const message = `The file is larger than ${yamlLimits.bytes / 1024 / 1024} MiB.`;
    const diagnostic = diagnose('yaml/file-too-large', { message, source: { ...source, line: 1, column: 1 } });
    return { documents: [], broken: [], diagnostics: [diagnostic] };
  }
  const documents: YamlDocument[] = [];
  const broken: BrokenYamlDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  const chunks = splitDocuments(normalise(text));
  for (const chunk of chunks.slice(0, yamlLimits.documents)) {
    const parsed = parseChunk(chunk, options.tags === 'keep');
    for (const { code, message, offset } of parsed.violations) {
      const diagnostic = diagnose(code, { message, source: { ...source, ...placeInFile(chunk, offset) } });
      diagnostics.push(diagnostic);
      if (!parsed.ok) broken.push({ ...trimDocument(chunk), diagnostic });
    }
    if (parsed.ok && parsed.value !== null && parsed.value !== undefined) documents.push(document(chunk, parsed.value));
  }
  const surplus = chunks[yamlLimits.documents];
  if (surplus) {
    const message = `The file has ${chunks.length} documents; those from line ${surplus.line} on are not read.`;
    diagnostics.push(
      diagnose('yaml/too-many-documents', { message, source: { ...source, line: surplus.line, column: 1 } }),
    );
  }
  return { documents, broken, diagnostics };
}

function document(chunk: YamlChunk, value: unknown): YamlDocument {
  return {
    value,
    ...trimDocument(chunk),
    locate: (path, part = 'value') => placeInFile(chunk, locateIn(chunk).locate(path, part)),
    rawText: (path) => locateIn(chunk).rawText(path),
  };
}

function isTooLarge(text: string): boolean {
  if (text.length > yamlLimits.bytes) return true;
  return text.length > yamlLimits.bytes / 3 && new TextEncoder().encode(text).length > yamlLimits.bytes;
}

function normalise(text: string): string {
  const withoutMark = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return withoutMark.includes('\r') ? withoutMark.replace(/\r\n?/g, '\n') : withoutMark;
}
