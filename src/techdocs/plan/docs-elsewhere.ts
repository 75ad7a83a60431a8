import type { CatalogEntity } from '../../catalog/entity.ts';
import type { RepositoryFiles } from '../../catalog/repository-files.ts';
import { parseFileUrl, pathInRepository, repositoryKey } from '../../catalog/repository-urls.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { joinPath, resolveInside } from '../layout/repository-paths.ts';
import { annotationProblem } from './annotation-problem.ts';
import type { DocsSitePlan } from './plan-docs-sites.ts';
import { type TechdocsRef, techdocsRefAnnotation } from './techdocs-annotations.ts';

/** An entity whose docs lie in another repository. */
export interface ElsewhereRef {
  readonly entity: CatalogEntity;
  readonly target: TechdocsRef & { readonly type: 'elsewhere' };
}

/**
 * Gives entities the docs of other repositories that their `techdocs-ref` names: those that an entity of that repository
 * publishes. What there is none of is reported.
 */
export function shareElsewhere(
  refs: readonly ElsewhereRef[],
  plans: readonly DocsSitePlan[],
  repositories: readonly RepositoryFiles[],
  docsByEntity: Map<string, string>,
): readonly Diagnostic[] {
  return refs.flatMap(({ entity, target }): readonly Diagnostic[] => {
    const found = findPlan(target.url, plans, repositories);
    if (typeof found !== 'string') {
      docsByEntity.set(entity.ref, found.entityRef);
      return [];
    }
    const message = `techdocs-ref cannot be followed: ${new URL(target.url).href} ${found}.`;
    return [annotationProblem('techdocs/ref-unsupported', message, entity, techdocsRefAnnotation)];
  });
}

/** The site, or why there is none. */
function findPlan(
  url: string,
  plans: readonly DocsSitePlan[],
  repositories: readonly RepositoryFiles[],
): DocsSitePlan | string {
  const address = parseFileUrl(url) ?? parseFileUrl(`${url.replace(/\/+$/, '')}/.`);
  const key = address?.repository ?? repositoryKey(url);
  const files = repositories.find(
    ({ repository: { webUrl } }) => webUrl !== undefined && repositoryKey(webUrl) === key,
  );
  if (!files) return 'is in no repository that this portal reads';
  const { repository } = files;
  const path = address ? pathInRepository(repository, { ...address, refAndPath: `${address.refAndPath}/` }) : '';
  const folder = path === undefined ? undefined : resolveInside('', path);
  if (folder === undefined) return `is not in ${repository.slug} at its default branch`;
  const plan = plans.find(({ repository: of, layout: { root } }) => {
    return of.repository.slug === repository.slug && (root === folder || joinPath(root, 'docs') === folder);
  });
  return plan ?? `is in ${repository.slug}, where no entity publishes docs of that folder`;
}
