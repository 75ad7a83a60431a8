import { constructFromEvents, type Event, parseEvents } from 'js-yaml';
import { rememberRecent } from './remember-recent.ts';
import { explainException } from './yaml-errors.ts';
import { findLimitViolation, findMergeKey, type YamlViolation } from './yaml-limits.ts';
import { buildPositions, followPath, type PositionTree, type YamlPath } from './yaml-positions.ts';
import { plainSchema, taggedSchema } from './yaml-schema.ts';
import { placeInFile, type YamlChunk } from './yaml-split.ts';

/** What came of one chunk: its value and perhaps warnings, or the one violation for which it has none. */
export type ParsedChunk =
  | { readonly ok: true; readonly value: unknown; readonly violations: readonly YamlViolation[] }
  | { readonly ok: false; readonly violations: readonly [YamlViolation] };

/** Answers where the values of a chunk that parses stand in its text. */
export interface ChunkLookup {
  /** Offset of the value, or of its key, at a path. */
  readonly locate: (path: YamlPath, part: 'key' | 'value') => number;
  readonly rawText: (path: YamlPath) => string | undefined;
}

// Above the limit of our own, so that ours is the one that speaks; far below what would exhaust the stack.
const parserDepth = 250;
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const controlCharacter = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]/;

/** Parses one document. Never throws. */
export function parseChunk(chunk: YamlChunk, keepTags: boolean): ParsedChunk {
  const source = chunk.text;
  const control = source.search(controlCharacter);
  if (control !== -1) {
    const name = source.charCodeAt(control).toString(16).toUpperCase().padStart(4, '0');
    const message = `The document contains the control character U+${name}.`;
    return refused({ code: 'yaml/control-character', message, offset: control });
  }
  let events: Event[] = [];
  try {
    events = parseEvents(source, { maxDepth: parserDepth });
    const violation = findLimitViolation(events, source, keepTags);
    if (violation) return refused(violation);
    const schema = keepTags ? taggedSchema : plainSchema;
    const value = constructFromEvents(events, { source, schema })[0];
    return { ok: true, value, violations: warnings(events, source) };
  } catch (error) {
    return refused(duplicateKey(events, chunk) ?? explainException(error, source));
  }
}

function refused(violation: YamlViolation): ParsedChunk {
  return { ok: false, violations: [violation] };
}

function warnings(events: readonly Event[], source: string): YamlViolation[] {
  const offset = findMergeKey(events, source);
  if (offset === undefined) return [];
  return [
    { code: 'yaml/merge-key', message: 'The merge key << is kept as an ordinary key; nothing is merged.', offset },
  ];
}

// js-yaml names only the second of two equal keys; people look for the first.
function duplicateKey(events: readonly Event[], chunk: YamlChunk): YamlViolation | undefined {
  const duplicate = buildPositions(events, chunk.text).duplicates[0];
  if (!duplicate) return undefined;
  const { key, firstOffset, offset } = duplicate;
  const [first, second] = [placeInFile(chunk, firstOffset), placeInFile(chunk, offset)];
  const message = `The key ${JSON.stringify(key)} is written twice, on lines ${first.line} and ${second.line}.`;
  return { code: 'yaml/duplicate-key', message, offset };
}

/**
 * Works out the positions of a chunk that parses, by parsing it again: most documents are never asked for one, and the
 * tree of positions of every document that is would take more memory than the whole catalog.
 */
export const locateIn: (chunk: YamlChunk) => ChunkLookup = rememberRecent(32, readPositions);

function readPositions({ text: source }: YamlChunk): ChunkLookup {
  const tree: PositionTree = buildPositions(parseEvents(source, { maxDepth: parserDepth }), source);
  return {
    locate: (path, part) => {
      const { node, found } = followPath(tree, path);
      if (!node) return 0;
      const isScalar = node.entries.size === 0 && node.items.length === 0;
      return part === 'value' && found && isScalar ? node.offset : node.keyOffset;
    },
    rawText: (path) => {
      const { node, found } = followPath(tree, path);
      return found && node && node.end > node.offset ? source.slice(node.offset, node.end) : undefined;
    },
  };
}
