import type { KnownNames } from '../../../portal/views/not-found.ts';

/** An entity that an address names, as far as it does. */
export interface AskedEntity {
  readonly kind?: string;
  readonly namespace?: string;
  readonly name: string;
}

/** Sections of an entity's page that Backstage has tabs for. */
const tabs: Readonly<Record<string, string>> = {
  api: '#apis',
  apis: '#apis',
  dependencies: '#dependencies',
  dependents: '#dependents',
  definition: '#definition',
  diagram: '#graph',
  'catalog-graph': '#graph',
};

/** Pages of Backstage that have parts; what is below them leads to the page itself. */
const pages: Readonly<Record<string, string>> = {
  'api-docs': 'catalog/api/',
  'catalog-graph': 'catalog-graph/',
  'catalog-import': 'not-in-catalog/',
  'catalog-unprocessed-entities': 'problems/',
  devtools: 'status/',
  search: 'search/',
  settings: 'settings/',
};

const pathOf = (ref: string): string => {
  const [, kind = '', namespace = '', name = ''] = /^([^:]*):([^/]*)\/(.*)$/.exec(ref) ?? [];
  return `${namespace}/${kind}/${name}/`;
};

/** The one entity that an address names, or nothing: what could be several is for people to choose. */
const findRef = ({ refs }: KnownNames, { kind, namespace, name }: AskedEntity): string | undefined => {
  const fits = refs.filter(
    (ref) =>
      ref.endsWith(`/${name}`) &&
      (kind === undefined || ref.startsWith(`${kind}:`)) &&
      (namespace === undefined || ref.includes(`:${namespace}/`)),
  );
  if (fits.length === 1) return fits[0];
  return namespace === undefined ? fits.find((ref) => ref === `${kind}:default/${name}`) : undefined;
};

const docsOf = (names: KnownNames, ref: string): string | undefined => {
  const publisher = names.docs[names.refs.indexOf(ref)];
  return publisher === undefined ? undefined : `docs/${pathOf(publisher === 0 ? ref : publisher)}`;
};

/** The entity that the parts of a path after `catalog/` or `docs/` name, in any of the ways that Backstage had. */
const entityIn = (names: KnownNames, parts: readonly string[]): { asked?: AskedEntity; rest: readonly string[] } => {
  const [first = '', second = '', third, ...more] = parts;
  const [, refKind, refNamespace] = /^([^:]+):(.+)$/.exec(first) ?? [];
  if (refKind !== undefined && refNamespace !== undefined && second !== '')
    return { asked: { kind: refKind, namespace: refNamespace, name: second }, rest: parts.slice(2) };
  const [, kind = first, namespace, name] = /^(?:([^:]+):)?([^/:]+)[:/](.+)$/.exec(second) ?? [];
  if (third !== undefined && (second in names.kinds || !(first in names.kinds)))
    return { asked: { namespace: first, kind: second, name: third }, rest: more };
  // `/catalog/Component/orders` and `/catalog/component/default:orders`, as it was long ago.
  if (second === '') return { ...(first && { asked: { name: first } }), rest: [] };
  if (name !== undefined && namespace !== undefined) return { asked: { kind, namespace, name }, rest: parts.slice(2) };
  return { asked: { kind: first, name: second }, rest: parts.slice(2) };
};

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

const segmentsOf = (path: string): readonly string[] =>
  path
    .split('/')
    .filter(Boolean)
    .map(decoded)
    .filter((part, at, all) => !(at === all.length - 1 && part === 'index.html'));

/** The entity that an address asks for, for looking for near ones; `path` is inside the portal. */
export const askedEntity = (names: KnownNames, path: string): AskedEntity | undefined => {
  const segments = segmentsOf(path);
  const [root = '', ...parts] = segments.map((part) => part.toLowerCase());
  const { asked } = root === 'catalog' || root === 'docs' ? entityIn(names, parts) : {};
  const last = segments.at(-1)?.toLowerCase();
  return asked ?? (last === undefined ? undefined : { name: last.replace(/\.[a-z]{2,4}$/, '') });
};

const docsTarget = (names: KnownNames, ref: string, rest: readonly string[]): string => {
  const site = docsOf(names, ref);
  if (site === undefined) return `catalog/${pathOf(ref)}`;
  const page = rest.map((part) => encodeURIComponent(part.replace(/\.(?:md|html)$/, ''))).join('/');
  return page === '' ? site : `${site}${page}/`;
};

/**
 * Where an address of a Backstage portal leads here, as a path inside the portal with what stands behind it; `undefined` when nothing
 * is there. `path` is inside the portal, `query` begins with `?` or is empty. Pure.
 */
export const resolve = (names: KnownNames, path: string, query: string): string | undefined => {
  const [root = '', ...spelled] = segmentsOf(path);
  const top = root.toLowerCase();
  const parts = spelled.map((part) => part.toLowerCase());
  if (top === 'create' && parts[0] === 'templates' && parts.length >= 3) {
    const ref = findRef(names, { kind: 'template', namespace: parts[1] as string, name: parts[2] as string });
    return ref && `catalog/${pathOf(ref)}`;
  }
  if (top === 'catalog' && parts.length === 1 && (parts[0] as string) in names.kinds)
    return `catalog/${parts[0]}/${query}`;
  if (top === 'catalog' || top === 'docs') {
    const { asked, rest } = entityIn(names, parts);
    const ref = asked && findRef(names, asked);
    if (ref === undefined) return undefined;
    if (top === 'docs') return docsTarget(names, ref, spelled.slice(parts.length - rest.length));
    if (rest[0] === 'docs') return docsTarget(names, ref, spelled.slice(parts.length - rest.length + 1));
    return `catalog/${pathOf(ref)}${tabs[rest[0] ?? ''] ?? ''}`;
  }
  const page = pages[top];
  return page === undefined ? undefined : `${page}${query}`;
};
