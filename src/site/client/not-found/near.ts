import { distance } from 'fastest-levenshtein';
import type { KnownNames } from '../../../portal/views/not-found.ts';
import type { AskedEntity } from './resolve.ts';

/** An entity that may have been meant. */
export interface Near {
  readonly title: string;
  /** Path inside the portal. */
  readonly path: string;
  /** What people call its kind, and its namespace where that is not the usual one. */
  readonly about: string;
}

const squeezed = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** How far a name is from what was asked, 0 to 1: letters that differ; less when one holds the other. */
const farness = (name: string, asked: string): number => {
  if (name === asked) return 0;
  const longest = Math.max(name.length, asked.length, 1);
  const inside = Math.min(name.length, asked.length) > 2 && (name.includes(asked) || asked.includes(name));
  return distance(name, asked) / longest - (inside ? 0.3 : 0) + 0.01;
};

/** The entities nearest to what was asked for, best first; kind and namespace decide between equal names. */
export const nearEntities = (names: KnownNames, asked: AskedEntity, most = 6): readonly Near[] => {
  const wanted = squeezed(asked.name);
  if (wanted === '') return [];
  const rows = names.refs.flatMap((ref, at) => {
    const [, kind = '', namespace = '', name = ''] = /^([^:]*):([^/]*)\/(.*)$/.exec(ref) ?? [];
    const title = names.titles[at] ?? name;
    const far = Math.min(farness(squeezed(name), wanted), farness(squeezed(title), wanted));
    if (far >= 0.5) return [];
    const isOtherKind = asked.kind !== undefined && kind !== asked.kind;
    const isOtherNamespace = namespace !== (asked.namespace ?? 'default');
    const strange = Number(isOtherKind) * 0.1 + Number(isOtherNamespace) * 0.01;
    const about = [names.kinds[kind] ?? kind, ...(namespace === 'default' ? [] : [namespace])].join(' · ');
    const path = `catalog/${[namespace, kind, name].map(encodeURIComponent).join('/')}/`;
    return [{ near: { title, path, about }, far: far + strange }];
  });
  return rows
    .sort((a, b) => a.far - b.far || (a.near.path < b.near.path ? -1 : 1))
    .slice(0, most)
    .map(({ near }) => near);
};
