import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { fillOwner } from './codeowners/fill-owner.ts';
import type { InferOwner, InferredOwner, OwnerOrigin } from './codeowners/infer-owner.ts';
import type { EntityMetadata, JsonObject, StaleVersion } from './entity.ts';
import { canonicalRef, defaultNamespace } from './entity-ref.ts';
import { type AllowRule, isAllowed } from './model/allow-rules.ts';
import type { CatalogModel } from './model/catalog-model.ts';
import type { KindDefinition } from './model/kind-definition.ts';
import { type EmbeddedSoFar, fillPlaceholders, mayHoldPlaceholder } from './placeholders.ts';
import { withProvenance } from './provenance.ts';
import type { RepositoryInfo } from './repository-files.ts';
import { isTemplateExpression, isTemplateText } from './template-expressions.ts';
import { type EntityProblem, reportProblems } from './validation/entity-problem.ts';
import { type EntityVerdict, emptyLists, validateEntity } from './validation/validate-entity.ts';
import { findHiddenCharacters } from './validation/validate-metadata.ts';
import { describeValue, isMapping, type Mapping } from './values.ts';
import type { YamlDocument } from './yaml/yaml-documents.ts';
import type { YamlPath } from './yaml/yaml-positions.ts';

/** A valid entity before the others are known. */
export interface EntityDraft {
  readonly ref: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: EntityMetadata;
  readonly spec?: JsonObject;
  readonly definition: KindDefinition | undefined;
  readonly unchecked: EntityVerdict['unchecked'];
  readonly repository: RepositoryInfo;
  readonly path: string;
  readonly document: YamlDocument;
  /** Texts of the files that its placeholders embed, by path; absent: none. */
  readonly embedded?: ReadonlyMap<string, string>;
  /** Why a field is missing that a placeholder was to fill; absent: the entity is whole. */
  readonly incomplete?: Diagnostic;
  /** It is an older version, and why. */
  readonly stale?: StaleVersion;
  /** It names no owner, and CODEOWNERS does; absent: its owner is its own. */
  readonly inferredOwner?: InferredOwner;
  /** Which of the inferred owners counts, once the catalog's teams and people are known. */
  readonly ownerOrigin?: OwnerOrigin;
}

/** What came of one document. */
export interface ReadEntity {
  readonly draft?: EntityDraft;
  /** The reference of an entity that was refused, where it can be told. */
  readonly refused?: string;
  /** It is sound, but may not be defined here. */
  readonly notAllowed?: true;
  readonly diagnostics: readonly Diagnostic[];
}

/** What reading an entity needs to know of the place it stands in. */
export interface EntityContext {
  readonly repository: RepositoryInfo;
  readonly path: string;
  /** Annotations that say where the entities of this file come from. */
  readonly provenance: Readonly<Record<string, string>>;
  readonly model: CatalogModel;
  /** What may be defined where. */
  readonly rules: readonly AllowRule[];
  readonly isSkeleton: boolean;
  /** What placeholders of the same repository have embedded so far. */
  readonly embedded: EmbeddedSoFar;
  readonly text: (path: string) => string | undefined;
  /** Whom the repository's CODEOWNERS file names; absent: owners are not inferred. */
  readonly inferOwner?: InferOwner;
}

/** Makes an entity of a document: placeholders, validation, rules, default namespace, provenance. */
export function readEntity(document: YamlDocument, context: EntityContext): ReadEntity {
  const source = { repository: context.repository.slug, path: context.path };
  const { value } = document;
  if (!isMapping(value)) {
    const problem: EntityProblem = {
      code: 'catalog/not-an-entity',
      message: `The document is ${describeValue(value)} and not an entity.`,
      path: [],
    };
    return { diagnostics: reportProblems([problem], document, source, undefined) };
  }
  const template = templatePath(value, document, context.isSkeleton);
  if (template) return { diagnostics: [templateDiagnostic(source, document.locate(template))] };

  const embedded = new Map<string, string>();
  const text = (path: string) => {
    const found = context.text(path);
    if (found !== undefined) embedded.set(path, found);
    return found;
  };
  const filled = mayHoldPlaceholder(document.text)
    ? fillPlaceholders(value, { repository: context.repository, path: context.path, text }, context.embedded)
    : { value, problems: [] };
  const whole = isMapping(filled.value) ? filled.value : value;
  const validated = { entity: whole, verdict: validateEntity(whole, context.model) };
  const { entity, verdict, inferred } = fillOwner(validated, value, context);
  const fatal = withoutConsequences(verdict.problems, filled.problems);
  const ref = refOf(entity);
  const report = (problems: readonly EntityProblem[]) => reportProblems(problems, document, source, ref);
  const diagnostics = report([...filled.problems, ...fatal]);
  if (fatal.length > 0 || ref === undefined) return { ...(ref && { refused: ref }), diagnostics };
  const { repository, path } = context;
  const specType = isMapping(entity['spec']) ? entity['spec']['type'] : undefined;
  if (!isAllowed({ kind: String(entity['kind']), specType, repository, path }, context.rules)) {
    return { refused: ref, notAllowed: true, diagnostics: [...diagnostics, ...report([notAllowed(entity, context)])] };
  }
  const incomplete = diagnostics[0];
  diagnostics.push(...report(warnings(entity, verdict)));
  const draft = {
    ...makeDraft(entity, ref, verdict, document, context),
    ...(embedded.size > 0 && { embedded }),
    ...(incomplete && { incomplete }),
    ...(inferred && { inferredOwner: inferred }),
  };
  return { draft, diagnostics };
}

/** Says that a document is a template for an entity and not one itself. */
export function templateDiagnostic(
  source: { readonly repository: string; readonly path: string },
  place: { readonly line: number; readonly column: number },
): Diagnostic {
  const message = 'This is a template for an entity; it is not part of the catalog.';
  return diagnose('catalog/template-skeleton', { message, source: { ...source, ...place } });
}

function templatePath(value: Mapping, document: YamlDocument, isSkeleton: boolean): YamlPath | undefined {
  if (isTemplateExpression(value['kind'])) return ['kind'];
  const metadata = isMapping(value['metadata']) ? value['metadata'] : {};
  for (const field of ['name', 'namespace']) {
    if (isTemplateExpression(metadata[field])) return ['metadata', field];
  }
  // Unquoted, {{ name }} is a mapping inside a mapping to YAML.
  if (isMapping(metadata['name']) && isTemplateText(document.text)) return ['metadata', 'name'];
  return isSkeleton ? [] : undefined;
}

// A field that a failed placeholder left out is not missing for a second reason.
function withoutConsequences(
  problems: readonly EntityProblem[],
  causes: readonly EntityProblem[],
): readonly EntityProblem[] {
  if (causes.length === 0) return problems;
  return problems.filter(
    ({ path }) => !causes.some((cause) => cause.path.every((step, index) => step === path[index])),
  );
}

function refOf(entity: Mapping): string | undefined {
  const metadata = isMapping(entity['metadata']) ? entity['metadata'] : {};
  const { name, namespace } = metadata;
  const kind = entity['kind'];
  if (typeof kind !== 'string' || typeof name !== 'string' || kind === '' || name === '') return undefined;
  return canonicalRef({ kind, namespace: typeof namespace === 'string' ? namespace : defaultNamespace, name });
}

function notAllowed(entity: Mapping, { repository, path }: EntityContext): EntityProblem {
  const message = `${repository.slug} may not define entities of kind ${String(entity['kind'])} in ${path}.`;
  return { code: 'catalog/kind-not-allowed', message, path: ['kind'] };
}

function warnings(entity: Mapping, verdict: EntityVerdict): EntityProblem[] {
  const lists = verdict.missingLists.map((field): EntityProblem => {
    const message = `spec.${field} is missing and taken as empty.`;
    return { code: 'catalog/missing-list', message, path: ['spec', field], hint: `Add ${field}: [] to spec.` };
  });
  return [...lists, ...findHiddenCharacters(entity)];
}

function makeDraft(
  entity: Mapping,
  ref: string,
  verdict: EntityVerdict,
  document: YamlDocument,
  { repository, path, provenance }: EntityContext,
): EntityDraft {
  const metadata = entity['metadata'] as EntityMetadata;
  const annotations = withProvenance(metadata.annotations, provenance);
  const namespace = metadata.namespace ?? defaultNamespace;
  const lists = verdict.missingLists.length > 0 ? emptyLists(verdict.missingLists) : undefined;
  const spec = lists ? { ...(entity['spec'] as JsonObject), ...lists } : (entity['spec'] as JsonObject | undefined);
  return {
    ref,
    apiVersion: String(entity['apiVersion']),
    kind: String(entity['kind']),
    metadata: { ...metadata, namespace, annotations },
    ...(spec && { spec }),
    definition: verdict.definition,
    unchecked: verdict.unchecked,
    repository,
    path,
    document,
  };
}
