import type { Catalog } from '../../catalog/entity.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { pagePath } from '../layout/docs-layout.ts';
import { isPage } from '../layout/docs-source.ts';
import { annotationProblem } from './annotation-problem.ts';
import { annotation } from './entity-annotation.ts';
import type { DocsSitePlan } from './plan-docs-sites.ts';
import { techdocsEntityPathAnnotation } from './techdocs-annotations.ts';

/** What is wrong with a `techdocs-entity-path`: the docs that the entity borrows have no such page. */
export function entryProblems(
  catalog: Catalog,
  plans: readonly DocsSitePlan[],
  docsByEntity: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  return catalog.entities.flatMap((entity): readonly Diagnostic[] => {
    const value = annotation(entity, techdocsEntityPathAnnotation);
    const plan = plans.find(({ entityRef }) => entityRef === docsByEntity.get(entity.ref));
    if (value === undefined || !plan) return [];
    const path = `${value.split('#')[0]?.replace(/(?:^|\/)index\.html$/, '')}/`.replace(/\/+/g, '/').replace(/^\//, '');
    const isThere = path === '' || plan.layout.files.some(({ uri }) => isPage(uri) && pagePath(uri) === path);
    if (isThere) return [];
    const message = `techdocs-entity-path "${value}" is no page of the docs of ${plan.entityRef}; its first page is linked instead.`;
    return [annotationProblem('techdocs/entity-not-found', message, entity, techdocsEntityPathAnnotation)];
  });
}
