import type { CatalogEntity } from '../../catalog/entity.ts';
import { directDependents } from '../../catalog/graph/dependents.ts';
import { docsOf, mentionOf, type Portal } from '../assemble-portal.ts';
import type { KindColumn } from '../backstage-kinds.ts';
import { fieldValues } from '../field-values.ts';
import { kindRule } from '../kinds.ts';
import { targetsOf } from '../mention.ts';
import { countProblems } from '../problems/problem-index.ts';
import { partsOf } from '../urls.ts';
import type { CatalogPlace, CatalogRow } from '../views/catalog.ts';

/** How a kind of this catalog is shown, given its lower-case name. */
export function ruleOf(portal: Portal, kind: string) {
  return kindRule(portal.catalog.model, portal.byKind.get(kind)?.[0]?.entity.kind ?? kind, portal.config.language);
}

/** All rows of a kind's index, by title. */
export function catalogRows(portal: Portal, kind: string): readonly CatalogRow[] {
  const collator = new Intl.Collator(portal.config.language, { numeric: true, sensitivity: 'base' });
  const own = ruleOf(portal, kind).columns.filter(({ path }) => path !== undefined);
  return (portal.byKind.get(kind) ?? [])
    .map((item) => catalogRow(portal, item, own))
    .sort((a, b) => collator.compare(a.title, b.title) || (a.url < b.url ? -1 : 1));
}

function catalogRow(portal: Portal, item: CatalogEntity, own: readonly KindColumn[]): CatalogRow {
  const { ref, entity, source } = item;
  const mention = mentionOf(portal, ref);
  const { name, namespace } = partsOf(ref);
  const docs = docsOf(portal, ref);
  const problems = countProblems(portal.problemsByRef.get(ref) ?? []);
  const dependents = directDependents(portal.catalog, ref);
  return {
    ref,
    title: mention.title,
    name,
    namespace,
    url: mention.url ?? '',
    description: mention.description ?? '',
    type: mention.type ?? '',
    owners: ownersOf(portal, item),
    parts: partsOfItem(portal, item),
    ...(mention.lifecycle && { lifecycle: mention.lifecycle }),
    tags: [...new Set(entity.metadata.tags)],
    ...(docs && { docsUrl: docs.url }),
    docsPages: docs?.site.pages.length ?? 0,
    ...(mention.mark !== undefined && { mark: mention.mark }),
    problems: problems.error + problems.warning + problems.info,
    errors: problems.error,
    warnings: problems.warning,
    dependents: dependents.length,
    inProduction: dependents.filter((each) => mentionOf(portal, each).lifecycle?.tone === 'good').length,
    repository: source.repository,
    source: portal.repositoryBySlug.get(source.repository)?.source ?? '',
    ...(own.length > 0 && {
      fields: Object.fromEntries(own.map(({ field, path }) => [field, fieldValues(entity, path ?? [])])),
    }),
  };
}

function ownersOf(portal: Portal, { entity, ref }: CatalogEntity): readonly CatalogPlace[] {
  const owners = targetsOf(entity, entity.kind === 'User' ? 'memberOf' : 'ownedBy');
  if (owners.length > 0) return owners.map((owner) => placeOf(portal, owner));
  const written = mentionOf(portal, ref).owner?.text.replaceAll(':', ' ');
  return written === undefined ? [] : [{ ref: written, title: written }];
}

// What is part of another of its kind shows that only where there is nothing larger: a part of a component its system.
function partsOfItem(portal: Portal, { entity, ref }: CatalogEntity): readonly CatalogPlace[] {
  const all = targetsOf(entity, entity.kind === 'Group' ? 'childOf' : 'partOf');
  const { kind } = partsOf(ref);
  const larger = all.filter((each) => partsOf(each).kind !== kind);
  return (larger.length > 0 ? larger : all).map((each) => placeOf(portal, each));
}

function placeOf(portal: Portal, ref: string): CatalogPlace {
  const { title, url } = mentionOf(portal, ref);
  return { ref, title, ...(url && { url }) };
}
