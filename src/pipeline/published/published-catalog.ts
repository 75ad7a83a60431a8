/** Where a published entity is defined. */
export interface PublishedPlace {
  /** Slug of its repository. */
  readonly repository: string;
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** A repository of a published portal. */
export interface PublishedRepository {
  readonly slug: string;
  readonly branch?: string;
  readonly webUrl?: string;
}

/** One reference: who states it, how, and to whom. Refs are canonical. */
export type PublishedRelation = readonly [from: string, type: string, to: string];

/** What a published portal says of its catalog. */
export interface PublishedCatalog {
  /** URL or folder, for people. */
  readonly address: string;
  readonly repositories: readonly PublishedRepository[];
  readonly refs: ReadonlyMap<string, PublishedPlace>;
  readonly relations: readonly PublishedRelation[];
}

/** The parts of `api/catalog/index.json` that are needed here. */
export interface PublishedIndex {
  readonly repositories: readonly PublishedRepository[];
  /** File names below `api/catalog/`. */
  readonly refs: readonly string[];
  readonly relations: readonly string[];
}

/** Why a file is not what it should be: made by something else, or by another version of Callboard. */
export type IndexProblem = 'not-a-portal' | 'too-old' | 'too-new';

/** The version of the files' format that is understood. */
const formatVersion = 1;

/** Parses `index.json`. Nothing in it is trusted: names of files stay below `api/catalog/`. */
export function parseIndex(value: unknown): PublishedIndex | IndexProblem {
  if (!isObject(value)) return 'not-a-portal';
  const version = value['formatVersion'];
  if (typeof version !== 'number') return 'too-old';
  if (version > formatVersion) return 'too-new';
  const { repositories, files } = value;
  if (version < formatVersion || !Array.isArray(repositories) || !isObject(files)) return 'too-old';
  const refs = fileNames(files['refs']);
  const relations = fileNames(files['relations']);
  if (!refs || !relations) return 'too-old';
  return { repositories: repositories.flatMap((item) => parseRepository(item) ?? []), refs, relations };
}

/** Parses one file of refs; `undefined` when it is none. */
export function parseRefs(value: unknown): readonly (readonly [string, PublishedPlace])[] | undefined {
  if (!isObject(value)) return undefined;
  return Object.entries(value).flatMap(([ref, place]) => {
    if (!isObject(place)) return [];
    const { repository, path, line } = place;
    if (typeof repository !== 'string' || typeof path !== 'string' || typeof line !== 'number') return [];
    return [[ref, { repository, path, line }] as const];
  });
}

/** Parses one file of relations; `undefined` when it is none. */
export function parseRelations(value: unknown): readonly PublishedRelation[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.filter(
    (row): row is PublishedRelation =>
      Array.isArray(row) && row.length >= 3 && row.slice(0, 3).every((part) => typeof part === 'string'),
  );
}

function parseRepository(value: unknown): PublishedRepository | undefined {
  if (!isObject(value) || typeof value['slug'] !== 'string') return undefined;
  const { slug, branch, webUrl } = value;
  return { slug, ...(typeof branch === 'string' && { branch }), ...(typeof webUrl === 'string' && { webUrl }) };
}

function fileNames(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const isName = (name: unknown) => typeof name === 'string' && /^\w[\w.-]*(?:\/\w[\w.-]*)*$/.test(name);
  return value.every(isName) ? (value as string[]) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
