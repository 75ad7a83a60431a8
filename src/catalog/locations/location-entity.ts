import { canonicalRef, defaultNamespace } from '../entity-ref.ts';
import { isTemplateExpression } from '../template-expressions.ts';
import { isMapping } from '../values.ts';
import type { YamlPath } from '../yaml/yaml-positions.ts';

/** The part of a Location that says where to go. */
export interface LocationTargets {
  readonly ref: string;
  readonly targets: readonly { readonly target: string; readonly path: YamlPath }[];
  /** `presence: optional`: a target that is not there is no problem. */
  readonly isOptional: boolean;
}

/** Reads a document as a Location, `target` before `targets`; `undefined` for anything else and for templates. */
export function readLocation(value: unknown): LocationTargets | undefined {
  if (!isMapping(value) || value['kind'] !== 'Location') return undefined;
  const { metadata, spec } = value;
  if (!isMapping(spec) || !isMapping(metadata)) return undefined;
  const { name, namespace } = metadata;
  if (typeof name !== 'string' || isTemplateExpression(name)) return undefined;
  const targets: { target: string; path: YamlPath }[] = [];
  const add = (target: unknown, path: YamlPath) => {
    if (typeof target === 'string' && target !== '') targets.push({ target, path });
  };
  add(spec['target'], ['spec', 'target']);
  const list = spec['targets'];
  if (Array.isArray(list)) for (const [index, target] of list.entries()) add(target, ['spec', 'targets', index]);
  const place = typeof namespace === 'string' ? namespace : defaultNamespace;
  return {
    ref: canonicalRef({ kind: 'Location', namespace: place, name }),
    targets,
    isOptional: spec['presence'] === 'optional',
  };
}
