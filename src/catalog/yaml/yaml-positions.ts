import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { eventOffset } from './yaml-limits.ts';

/** A step from a value to one inside it: a key of a mapping, an index of a list. */
export type YamlPath = readonly (string | number)[];

/** Where one value of a document stands in its text. */
export interface PositionNode {
  /** Offset of the value itself; of its key or list item where the value has no text on that line. */
  readonly offset: number;
  /** Offset of the key that the value belongs to, else as `offset`. */
  readonly keyOffset: number;
  /** End of a scalar's text, else the same as `offset`. */
  readonly end: number;
  /** Of mappings: the node of each key. */
  readonly entries: ReadonlyMap<string, PositionNode>;
  /** Of lists: the node of each item. */
  readonly items: readonly PositionNode[];
}

/** A key that a mapping has twice. */
export interface DuplicateKey {
  readonly key: string;
  readonly firstOffset: number;
  readonly offset: number;
}

/** The positions of a document's values, and the keys that it repeats. */
export interface PositionTree {
  readonly root: PositionNode | undefined;
  readonly duplicates: readonly DuplicateKey[];
}

interface Inside {
  readonly entries: Map<string, PositionNode>;
  readonly items: PositionNode[];
}

interface OpenNode extends Inside {
  readonly isMapping: boolean;
  key: { readonly text: string; readonly offset: number } | undefined;
}

// Most nodes are scalars.
const nothingInside: Inside = { entries: new Map(), items: [] };

/** Builds the tree of positions from one document's parser events. Aliases count as scalars. */
export function buildPositions(events: readonly Event[], source: string): PositionTree {
  const open: OpenNode[] = [];
  const duplicates: DuplicateKey[] = [];
  let root: PositionNode | undefined;

  const add = (event: Event, { entries, items }: Inside): void => {
    const parent = open.at(-1);
    if (parent?.isMapping && !parent.key) {
      parent.key = { text: keyText(event, source), offset: startOf(event, source) };
      return;
    }
    const keyOffset = parent?.key?.offset ?? -1;
    const node: PositionNode = { ...spanOf(event, source, keyOffset), entries, items };
    if (!parent) root = node;
    else if (parent.key) putEntry(parent, parent.key.text, node, duplicates);
    else parent.items.push(node);
    if (parent) parent.key = undefined;
  };

  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) continue;
    if (event.type === EVENT_ID.POP) {
      open.pop();
    } else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      const isMapping = event.type === EVENT_ID.MAPPING;
      const inside: Inside = { entries: new Map(), items: [] };
      add(event, inside);
      open.push({ ...inside, isMapping, key: undefined });
    } else {
      add(event, nothingInside);
    }
  }
  return { root, duplicates };
}

/** The node at a path, or the nearest existing one above it; `found` tells which. */
export function followPath(tree: PositionTree, path: YamlPath): { node: PositionNode | undefined; found: boolean } {
  let node = tree.root;
  for (const step of path) {
    const next: PositionNode | undefined =
      typeof step === 'number' ? (node?.items[step] ?? node?.entries.get(String(step))) : node?.entries.get(step);
    if (!next) return { node, found: false };
    node = next;
  }
  return { node, found: true };
}

function putEntry(parent: OpenNode, key: string, node: PositionNode, duplicates: DuplicateKey[]): void {
  const before = parent.entries.get(key);
  if (before) duplicates.push({ key, firstOffset: before.keyOffset, offset: node.keyOffset });
  else parent.entries.set(key, node);
}

function spanOf(event: Event, source: string, keyOffset: number): Pick<PositionNode, 'offset' | 'keyOffset' | 'end'> {
  const start = startOf(event, source);
  const offset = start === -1 ? Math.max(keyOffset, 0) : start;
  const isScalar = event.type === EVENT_ID.SCALAR && event.valueStart !== -1;
  return {
    offset,
    keyOffset: keyOffset === -1 ? offset : keyOffset,
    end: isScalar ? event.valueEnd + (isQuoted(event) ? 1 : 0) : offset,
  };
}

function isQuoted(event: ScalarEvent): boolean {
  return event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
}

function startOf(event: Event, source: string): number {
  const offset = eventOffset(event);
  if (event.type !== EVENT_ID.SCALAR || offset !== event.valueStart) return offset;
  if (isQuoted(event)) return offset - 1;
  const isBlock = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
  if (!isBlock || offset === -1) return offset;
  return source.lastIndexOf(event.style === SCALAR_STYLE.LITERAL_BLOCK ? '|' : '>', offset - 1);
}

function keyText(event: Event, source: string): string {
  return event.type === EVENT_ID.SCALAR ? getScalarValue(source, event) : '';
}
