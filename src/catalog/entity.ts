import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { GoneDefinition, LastGood } from './last-good/good-entity.ts';
import type { CatalogModel } from './model/catalog-model.ts';

/** Any value that JSON can hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/** A link of an entity's metadata. */
export interface EntityLink {
  readonly url: string;
  readonly title?: string;
  readonly icon?: string;
  readonly type?: string;
}

/** An entity's metadata as Backstage defines it; unknown fields are legal and kept. */
export interface EntityMetadata extends JsonObject {
  readonly name: string;
  readonly namespace?: string;
  readonly title?: string;
  readonly description?: string;
  readonly labels?: { readonly [key: string]: string };
  readonly annotations?: { readonly [key: string]: string };
  readonly tags?: readonly string[];
  readonly links?: readonly (EntityLink & JsonObject)[];
}

/** One directed relation; `targetRef` is a canonical entity ref. */
export interface Relation {
  readonly type: string;
  readonly targetRef: string;
}

/** An entity in Backstage's JSON shape, with namespace and provenance filled in and relations derived. */
export interface Entity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: EntityMetadata;
  readonly spec?: JsonObject;
  /** Distinct, sorted by type, then target. */
  readonly relations: readonly Relation[];
  /** What is the matter with it, as Backstage says it; absent where all is well. */
  readonly status?: { readonly items: readonly EntityStatusItem[] };
}

/** One item of an entity's status in Backstage's JSON shape. */
export interface EntityStatusItem {
  readonly type: string;
  readonly level: 'info' | 'warning' | 'error';
  readonly message: string;
  readonly error?: { readonly name: string; readonly message: string };
}

/** An older version of an entity, shown because its newest one was refused. */
export interface StaleVersion {
  /** The last commit that was read with this definition in it. */
  readonly commit: string;
  /** Committer date of that commit, ISO 8601 in UTC. */
  readonly committedAt: string;
  /** What is wrong with the newest version; one of the run's diagnostics. */
  readonly reason: Diagnostic;
  /** Nothing is wrong: it is gone, but so is much else, and stays until somebody confirms the removal. */
  readonly held?: true;
}

/** Where an entity was defined. */
export interface EntitySource {
  /** Slug of the repository, as in `RepositoryInfo`. */
  readonly repository: string;
  readonly path: string;
  /** 1-based line on which the document starts. */
  readonly line: number;
  /** The document's YAML as its author wrote it. */
  readonly yaml: string;
}

/** An entity of the catalog with its identity and its origin. */
export interface CatalogEntity {
  /** Canonical ref `kind:namespace/name`, lower case. */
  readonly ref: string;
  readonly entity: Entity;
  readonly source: EntitySource;
  /** The relations that its own file states, in its own direction; the others of `entity.relations` are stated elsewhere. */
  readonly claims: readonly Relation[];
  /** The entity is an older version, because its newest one was refused. */
  readonly stale?: StaleVersion;
  /** Its file names no owner: the one it has is from this line of its repository's CODEOWNERS file. */
  readonly ownerOrigin?: { readonly path: string; readonly line: number };
}

/** What was defined and does not count. */
export interface RefusedDefinitions {
  /** Refs of what was refused. */
  readonly refs: ReadonlySet<string>;
  /** Texts of documents that do not parse. */
  readonly broken: readonly string[];
}

/** The linked catalog. */
export interface Catalog {
  /** Sorted by ref. */
  readonly entities: readonly CatalogEntity[];
  readonly byRef: ReadonlyMap<string, CatalogEntity>;
  /** The kinds that it was read with. */
  readonly model: CatalogModel;
  /** What was defined and does not count, which has diagnostics of its own; absent: nothing. */
  readonly refused?: RefusedDefinitions;
  /** What is to be remembered for runs in which definitions are refused: by repository id, also of those not read today. */
  readonly lastGood?: LastGood;
  /** What was good before, and what no repository that was read defines any more; absent: nothing is remembered. */
  readonly gone?: readonly GoneDefinition[];
}
