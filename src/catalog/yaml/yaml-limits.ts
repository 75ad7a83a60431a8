import { EVENT_ID, type Event, SCALAR_STYLE } from 'js-yaml';
import type { DiagnosticCode } from '../../diagnostics/codes.ts';

/** What one YAML file may cost; figures of the security requirements. */
export const yamlLimits = {
  bytes: 1024 * 1024,
  documents: 2000,
  depth: 50,
  aliases: 50,
  nodes: 50_000,
} as const;

/** A broken rule, with the offset in the parsed text. */
export interface YamlViolation {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly offset: number;
}

/** What an anchor stands for: how many values, how deep. */
interface Measure {
  nodes: number;
  height: number;
  open: boolean;
}

interface Frame {
  readonly measure: Measure;
  readonly offset: number;
}

const coreTags = /^(?:!|(?:!!|!<tag:yaml\.org,2002:)(?:str|int|float|bool|null|map|seq)>?)$/;

/** Offset at which an event's node begins, or -1 for an empty value. */
export function eventOffset(event: Event): number {
  if ('tagStart' in event && event.tagStart !== -1) return event.tagStart;
  if ('anchorStart' in event && event.anchorStart !== -1) return event.anchorStart - 1;
  if ('valueStart' in event) return event.valueStart;
  return 'start' in event ? event.start : -1;
}

/** Finds the first limit that a document's events break, counting what its aliases expand to. */
export function findLimitViolation(
  events: readonly Event[],
  source: string,
  allowTags: boolean,
): YamlViolation | undefined {
  const frames: Frame[] = [];
  const anchors = new Map<string, Measure>();
  let aliases = 0;
  let nodes = 0;
  let last = 0;
  const violation = (code: DiagnosticCode, message: string): YamlViolation => ({ code, message, offset: last });

  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) continue;
    if (event.type === EVENT_ID.POP) {
      closeFrame(frames);
      continue;
    }
    last = Math.max(eventOffset(event), last);
    let measure: Measure = { nodes: 1, height: 0, open: false };
    if (event.type === EVENT_ID.ALIAS) {
      aliases += 1;
      if (aliases > yamlLimits.aliases) {
        return violation('yaml/too-many-aliases', `The document has more than ${yamlLimits.aliases} aliases.`);
      }
      const name = source.slice(event.anchorStart, event.anchorEnd);
      measure = anchors.get(name) ?? measure;
      if (measure.open) return violation('yaml/alias-cycle', `The alias *${name} is part of the value it stands for.`);
    } else {
      const tag = event.tagStart === -1 ? undefined : source.slice(event.tagStart, event.tagEnd);
      if (tag !== undefined && !allowTags && !coreTags.test(tag)) {
        return violation('yaml/unsupported-tag', `The tag ${JSON.stringify(tag)} is not supported.`);
      }
      if (event.anchorStart !== -1) anchors.set(source.slice(event.anchorStart, event.anchorEnd), measure);
    }
    nodes += measure.nodes;
    if (nodes > yamlLimits.nodes) {
      return violation('yaml/too-many-nodes', `The document has more than ${yamlLimits.nodes} values.`);
    }
    const isCollection = event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE;
    if (frames.length + (isCollection ? 1 : measure.height) > yamlLimits.depth) {
      return violation('yaml/too-deep', `Values are nested more than ${yamlLimits.depth} levels deep.`);
    }
    if (isCollection) frames.push({ measure: Object.assign(measure, { open: true, height: 1 }), offset: last });
    else addTo(frames.at(-1)?.measure, measure);
  }
  return undefined;
}

function addTo(parent: Measure | undefined, child: Measure): void {
  if (!parent) return;
  parent.nodes += child.nodes;
  parent.height = Math.max(parent.height, child.height + 1);
}

function closeFrame(frames: Frame[]): void {
  const frame = frames.pop();
  if (!frame) return;
  frame.measure.open = false;
  addTo(frames.at(-1)?.measure, frame.measure);
}

/** Offset of the first plain `<<` that its author probably meant as a merge key, else `undefined`. */
export function findMergeKey(events: readonly Event[], source: string): number | undefined {
  if (!source.includes('<<')) return undefined;
  const found = events.find(
    (event) =>
      event.type === EVENT_ID.SCALAR &&
      event.style === SCALAR_STYLE.PLAIN &&
      source.slice(event.valueStart, event.valueEnd) === '<<',
  );
  return found && eventOffset(found);
}
