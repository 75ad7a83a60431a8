import { Ajv, type ErrorObject } from 'ajv';
import { describeSchemaError, type SchemaProblem } from '../validation/schema-problem.ts';
import type { SpecSchema } from './extend-spec-schema.ts';
import type { KindGlyph } from './kind-glyphs.ts';
import type { CommonColumn, KindPresentation } from './kind-presentation.ts';
import schema from './model-file.schema.json' with { type: 'json' };

/** A field that refers to other entities: one that Backstage's kinds have too, or one of its own. */
export type RawRelationField =
  | string
  | {
      readonly selector: { readonly path: string; readonly key?: string };
      readonly relation: string;
      readonly defaultKind?: string;
      readonly defaultNamespace?: 'inherit' | 'default';
      readonly allowedKinds?: readonly string[];
    };

/** A column as it is written. */
export type RawColumn =
  | CommonColumn
  | { readonly field: CommonColumn; readonly title: string }
  | { readonly path: string | readonly string[]; readonly title: string; readonly facet?: boolean };

/** What a kind, an extension of one, and one of its types have in common. */
export interface RawFields {
  readonly specSchema?: SpecSchema;
  readonly optional?: readonly string[];
  readonly optionalLists?: readonly string[];
  readonly relationFields?: readonly RawRelationField[];
}

/** What may be said about a kind, new or known. */
export interface RawKindDetails extends RawFields {
  readonly apiVersions?: readonly string[];
  readonly types?: readonly (RawFields & { readonly type: string })[];
  readonly title?: string;
  readonly plural?: string;
  readonly description?: string;
  readonly glyph?: KindGlyph;
  readonly columns?: readonly RawColumn[];
  readonly sections?: NonNullable<KindPresentation['sections']>;
}

/** One document of a model file, once it has passed `model-file.schema.json`. Documented there, field by field. */
export type RawModelDocument =
  | (RawKindDetails & { readonly kind: string })
  | (RawKindDetails & { readonly extend: string })
  | { readonly relation: string; readonly title: string; readonly inverse: string; readonly inverseTitle: string };

const ajv = new Ajv({ allErrors: true, verbose: true, strictRequired: false, strictTypes: false });
const check = ajv.compile(schema);

/** Checks a document of a model file against the published JSON Schema. */
export function checkModelDocument(value: unknown): readonly SchemaProblem[] {
  if (check(value)) return [];
  const errors = (check.errors ?? []).filter(({ keyword }) => !choices.has(keyword));
  return errors.filter((error) => !isForeign(error, errors)).map((error) => describeSchemaError(error, 'the document'));
}

/** Keywords whose errors say only that one of their branches has said something. */
const choices: ReadonlySet<string> = new Set(['if', 'anyOf', 'oneOf']);

// Of the forms that a value may have, the one with the type that it has is the one that was meant.
function isForeign({ keyword, instancePath }: ErrorObject, errors: readonly ErrorObject[]): boolean {
  return keyword === 'type' && errors.some((other) => other.instancePath === instancePath && other.keyword !== 'type');
}
