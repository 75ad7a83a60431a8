import * as model from '@backstage/catalog-model';
import * as alpha from '@backstage/catalog-model/alpha';
import type { Relation } from '../../catalog/entity.ts';
import { isMapping, type Mapping } from '../../catalog/values.ts';

/** What comes of an entity; nobody's is one whose kind or apiVersion no validator knows. */
export type Verdict = 'accepted' | 'refused' | 'nobody’s';

const validators: Readonly<Record<string, model.KindValidator>> = {
  Component: model.componentEntityV1alpha1Validator,
  API: model.apiEntityV1alpha1Validator,
  'API mcp-server': alpha.mcpServerApiEntityValidator,
  Resource: model.resourceEntityV1alpha1Validator,
  System: model.systemEntityV1alpha1Validator,
  Domain: model.domainEntityV1alpha1Validator,
  Group: model.groupEntityV1alpha1Validator,
  User: model.userEntityV1alpha1Validator,
  Location: model.locationEntityV1alpha1Validator,
  AiResource: alpha.aiResourceEntityV1alpha1Validator,
  'AiResource skill': alpha.skillAiResourceEntityV1alpha1Validator,
  'AiResource rule': alpha.ruleAiResourceEntityV1alpha1Validator,
  'AiResource plugin': alpha.pluginAiResourceEntityV1alpha1Validator,
  'AiResource marketplace': alpha.marketplaceAiResourceEntityV1alpha1Validator,
};

const policy = model.EntityPolicies.allOf([
  new model.SchemaValidEntityPolicy(),
  new model.DefaultNamespaceEntityPolicy(),
  new model.NoForeignRootFieldsEntityPolicy(),
  new model.FieldFormatEntityPolicy(),
]);

/** Backstage's own model, its layers compiled: kinds with their relation fields, and pairs of relations. */
export const backstageLayers: alpha.CatalogModel = alpha.compileCatalogModel([
  alpha.defaultCatalogEntityModel,
  alpha.aiResourceEntityModel,
  alpha.mcpServerApiEntityModel,
]);

/** What Backstage's validation says of an entity's data. */
export async function backstageVerdict(entity: Mapping): Promise<Verdict> {
  try {
    await policy.enforce(structuredClone(entity) as unknown as model.Entity);
    const type = isMapping(entity['spec']) ? String(entity['spec']['type']) : '';
    const validator = validators[`${entity['kind']} ${type}`] ?? validators[String(entity['kind'])];
    return (await validator?.check(entity as unknown as model.Entity)) ? 'accepted' : 'nobody’s';
  } catch {
    return 'refused';
  }
}

/** What Backstage makes of an entity that it accepts. */
export interface BackstageReading {
  readonly ref: string;
  readonly namespace: string;
  /** Relations that the entity states, sorted; `undefined` where one of its references cannot be read. */
  readonly claims: readonly Relation[] | undefined;
}

/** Fills in Backstage's defaults, and derives the relations that its model declares by its own parser of references. */
export async function readAsBackstage(entity: Mapping): Promise<BackstageReading> {
  const complete = await policy.enforce(structuredClone(entity) as unknown as model.Entity);
  if (!complete) throw new Error('Backstage refuses the entity.');
  const namespace = complete.metadata.namespace ?? model.DEFAULT_NAMESPACE;
  return { ref: model.stringifyEntityRef(complete), namespace, claims: claimsOf(complete, namespace) };
}

function claimsOf(entity: model.Entity, ownNamespace: string): Relation[] | undefined {
  const type = entity.spec?.['type'];
  const kind = backstageLayers.getKind({
    kind: entity.kind,
    apiVersion: entity.apiVersion,
    ...(typeof type === 'string' && { spec: { type } }),
  });
  try {
    const claims = (kind?.relationFields ?? []).flatMap(({ path, relation, defaultKind }) =>
      textsAt(entity, path).map((text) => {
        const defaults = { defaultNamespace: ownNamespace, ...(defaultKind && { defaultKind }) };
        return `${relation} ${model.stringifyEntityRef(model.parseEntityRef(text, defaults))}`;
      }),
    );
    return [...new Set(claims)].sort().map((claim) => {
      const [relation = '', ...target] = claim.split(' ');
      return { type: relation, targetRef: target.join(' ') };
    });
  } catch {
    return undefined;
  }
}

function textsAt(entity: model.Entity, path: string): string[] {
  const value = path
    .split('.')
    .reduce<unknown>((at, step) => (isMapping(at) && Object.hasOwn(at, step) ? at[step] : undefined), entity);
  return [value].flat().filter((item) => typeof item === 'string' && item !== '') as string[];
}
