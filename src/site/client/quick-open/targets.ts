import {
  type DefinitionForm,
  entityFlags,
  type QuickOpenDocs,
  type QuickOpenEntities,
  type QuickOpenKind,
  type QuickOpenOperations,
  type QuickOpenOwner,
  type QuickOpenPage,
  readNumbers,
  readTexts,
} from '../../../portal/views/quick-open.ts';
import { type Folded, fold } from './fold.ts';
import type { Findable } from './rank.ts';

/** Something that has an address in the portal. */
export interface Target extends Findable {
  /** What people read first. */
  readonly text: string;
  /** What it is, and whose: "Component · Payments". */
  readonly note: string;
  readonly glyph: string;
  /** Below the base path, encoded. */
  readonly path: string;
}

/** An entity of the catalog. */
export interface EntityTarget extends Target {
  readonly ref: string;
  readonly kind: QuickOpenKind;
  readonly owner?: QuickOpenOwner;
  readonly system?: QuickOpenOwner;
  readonly lifecycle: string;
  readonly type: string;
  readonly flags: number;
}

/** Words that targets are described with. */
export interface TargetTexts {
  readonly page: string;
  readonly docsOf: (site: string) => string;
  readonly operationOf: (api: string) => string;
}

/** Texts that many targets have in common are folded once. */
const folded = new Map<string, Folded>();
const foldOnce = (text: string): Folded => {
  const known = folded.get(text) ?? fold(text);
  folded.set(text, known);
  return known;
};

/** One list for all that belong to the same. */
const contexts = new Map<string, readonly Folded[]>();
const contextOf = (texts: readonly (string | undefined)[]): readonly Folded[] => {
  const key = texts.join('\n');
  const known = contexts.get(key);
  if (known) return known;
  const context = texts.filter((text) => text !== undefined && text !== '').map((text) => foldOnce(text as string));
  contexts.set(key, context);
  return context;
};

const isPlain = /^[\w./~-]*$/;
const encode = (path: string): string =>
  isPlain.test(path) ? path : path.split('/').map(encodeURIComponent).join('/');

/** Path of what belongs to a ref: `catalog`, `docs`, `problems/owners`. */
export const pathOf = (folder: string, ref: string): string => {
  const [, kind = '', namespace = '', name = ''] = ref.match(/^([^:]*):([^/]*)\/(.*)$/) ?? [];
  return `${folder}/${encode(namespace)}/${encode(kind)}/${encode(name)}/`;
};

/** Whether an entity has something. */
export const has = (entity: EntityTarget, what: keyof typeof entityFlags): boolean =>
  (entity.flags & entityFlags[what]) !== 0;

const noteOf = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ');

/** The entities of a file. */
export const entityTargets = (file: QuickOpenEntities): readonly EntityTarget[] =>
  file.parts.flatMap((part) => {
    const names = readTexts(part.names);
    const titles = readTexts(part.titles);
    const numbers = (column: string): readonly number[] => readNumbers(column, names.length);
    const [owners, systems, lifecycles] = [numbers(part.owners), numbers(part.systems), numbers(part.lifecycles)];
    const [types, weights, flags] = [numbers(part.types), numbers(part.weights), numbers(part.flags)];
    const kind = file.kinds[part.kind] as QuickOpenKind;
    const namespace = part.namespace === 'default' ? undefined : part.namespace;
    const folder = `catalog/${encode(part.namespace)}/${encode(kind.kind)}/`;
    return names.map((name, index): EntityTarget => {
      const text = titles[index] || name;
      const owner = file.owners[(owners[index] as number) - 1];
      const system = file.systems[(systems[index] as number) - 1];
      const type = file.types[(types[index] as number) - 1] ?? '';
      const ref = `${kind.kind}:${part.namespace}/${name}`;
      return {
        text,
        note: noteOf(kind.title, namespace, owner?.[0]),
        glyph: kind.glyph,
        path: `${folder}${encode(name)}/`,
        ref,
        kind,
        ...(owner && { owner }),
        ...(system && { system }),
        lifecycle: file.lifecycles[(lifecycles[index] as number) - 1] ?? '',
        type,
        flags: flags[index] as number,
        title: fold(text),
        ...(text !== name && { alias: fold(name) }),
        context: contextOf([kind.kind, kind.title, part.namespace, type, owner?.[0], system?.[0]]),
        rank: kind.rank,
        weight: weights[index] as number,
      };
    });
  });

/** The portal's own pages. */
export const pageTargets = (pages: readonly QuickOpenPage[], texts: TargetTexts): readonly Target[] =>
  pages.map(({ title, path, glyph, words = '' }) => ({
    text: title,
    note: texts.page,
    glyph,
    path: encode(path),
    title: fold(title),
    ...(words !== '' && { alias: fold(words) }),
    context: [],
    rank: 2,
    weight: 0,
  }));

/** Pages of docs. */
export const docsTargets = ({ sites }: QuickOpenDocs, texts: TargetTexts): readonly Target[] =>
  sites.flatMap(({ ref, title: site, paths, titles }) => {
    const names = readTexts(titles);
    const folder = pathOf('docs', ref);
    const context = contextOf([site, ref.slice(ref.indexOf('/') + 1), 'docs']);
    const note = texts.docsOf(site);
    const inside = paths.split('\n');
    return names.map((text, index): Target => {
      const path = folder + encode(inside[index] ?? '');
      return { text, note, glyph: 'docs', path, title: fold(text), context, rank: 1, weight: 0 };
    });
  });

/** Leads to the place of an operation in the text of the definition, in browsers that know text fragments. */
const placeIn = (form: DefinitionForm, method: string, name: string): string => {
  const text = (value: string): string => encodeURIComponent(value).replaceAll('-', '%2D');
  const isHttp = name.startsWith('/');
  const last = name.slice(name.lastIndexOf('/') + 1);
  const start = { yaml: `${name}:`, json: `"${name}"`, graphql: last, proto: `rpc ${last}` }[form];
  const end = isHttp ? `,${text(form === 'json' ? `"${method.toLowerCase()}"` : `${method.toLowerCase()}:`)}` : '';
  return `#definition:~:text=${text(start)}${end}`;
};

/** Operations of APIs. */
export const operationTargets = ({ apis }: QuickOpenOperations, texts: TargetTexts): readonly Target[] =>
  apis.flatMap(({ ref, title: api, form, methods, names, summaries }) => {
    const [verbs, says] = [methods.split('\n'), summaries.split('\n')];
    const folder = pathOf('catalog', ref);
    const context = contextOf([api, ref.slice(ref.indexOf('/') + 1), 'api']);
    return names.split('\n').map((name, index): Target => {
      const [method = '', summary = ''] = [verbs[index], says[index]];
      const text = `${method} ${name}`;
      return {
        text,
        note: noteOf(texts.operationOf(api), summary),
        glyph: 'api',
        path: folder + placeIn(form, method, name),
        title: fold(text),
        ...(summary !== '' && { alias: fold(summary) }),
        context,
        rank: 1,
        weight: 0,
      };
    });
  });
