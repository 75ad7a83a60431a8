import { prepareBroken } from '../../catalog/checks/broken-documents.ts';
import type { Catalog, CatalogEntity } from '../../catalog/entity.ts';
import { canonicalRef, parseEntityRef } from '../../catalog/entity-ref.ts';
import type { RepositoryFiles } from '../../catalog/repository-files.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type DocsLayout, layoutDocs } from '../layout/docs-layout.ts';
import type { DocsTree } from '../layout/docs-source.ts';
import { annotationProblem } from './annotation-problem.ts';
import { type ElsewhereRef, shareElsewhere } from './docs-elsewhere.ts';
import { findEngineProblems } from './engine-problems.ts';
import { annotation } from './entity-annotation.ts';
import { entryProblems } from './entry-problems.ts';
import { decisionProblems, findDecisionRoots } from './plan-decisions.ts';
import { hasUnannotatedDocs, homeOf } from './select-docs-files.ts';
import {
  resolveTechdocsRef,
  type TechdocsRef,
  techdocsEntityAnnotation,
  techdocsRefAnnotation,
} from './techdocs-annotations.ts';

/** One docs site to be made. */
export interface DocsSitePlan {
  /** The entity under whose URL it is published. */
  readonly entityRef: string;
  /** Title of that entity, for sites that have no name of their own. */
  readonly entityTitle: string;
  readonly repository: RepositoryFiles;
  readonly layout: DocsLayout;
}

/** Every docs site, and which entity's site each documented entity leads to. */
export interface DocsPlan {
  /** Sorted by entity ref. */
  readonly plans: readonly DocsSitePlan[];
  /** Entity ref → ref of the entity that publishes its docs; itself for the publishers. */
  readonly docsByEntity: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

interface Claim {
  readonly repository: RepositoryFiles;
  readonly layout: DocsLayout;
  readonly entities: CatalogEntity[];
}

/** Says which entities have docs, and which entity's URL publishes them. Pure. */
export function planDocsSites(catalog: Catalog, repositories: readonly RepositoryFiles[]): DocsPlan {
  const diagnostics: Diagnostic[] = [];
  const claims = new Map<string, Claim>();
  const elsewhere: ElsewhereRef[] = [];
  const byRepository = Map.groupBy(catalog.entities, ({ source }) => source.repository);
  for (const repository of repositories) {
    const entities = byRepository.get(repository.repository.slug) ?? [];
    elsewhere.push(...claimDocs(entities, repository, claims, diagnostics));
  }
  const docsByEntity = new Map<string, string>();
  const plans: DocsSitePlan[] = [];
  // One entity publishes one site: with two roots claimed, the plan of the first key stays.
  for (const key of [...claims.keys()].sort()) {
    const claim = claims.get(key) as Claim;
    const publisher = claim.entities.sort(byPublishingOrder).find(({ ref }) => !docsByEntity.has(ref));
    if (!publisher) continue;
    for (const { ref } of claim.entities) if (!docsByEntity.has(ref)) docsByEntity.set(ref, publisher.ref);
    const { metadata } = publisher.entity;
    plans.push({
      entityRef: publisher.ref,
      entityTitle: metadata.title ?? metadata.name,
      repository: claim.repository,
      layout: claim.layout,
    });
  }
  diagnostics.push(...shareElsewhere(elsewhere, plans, repositories, docsByEntity));
  followOtherEntities(catalog, docsByEntity, diagnostics);
  diagnostics.push(...entryProblems(catalog, plans, docsByEntity));
  diagnostics.push(...findEngineProblems(catalog));
  return {
    plans: plans.sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1)),
    docsByEntity,
    diagnostics: diagnostics.filter(({ entityRef }) => !isStale(catalog, entityRef)),
  };
}

// The lines of an older version are not those of today's file, and its author has something else to correct first.
function isStale({ byRef }: Catalog, ref: string | undefined): boolean {
  return ref !== undefined && byRef.get(ref)?.stale !== undefined;
}

function claimDocs(
  entities: readonly CatalogEntity[],
  repository: RepositoryFiles,
  claims: Map<string, Claim>,
  diagnostics: Diagnostic[],
): readonly ElsewhereRef[] {
  const elsewhere: ElsewhereRef[] = [];
  if (entities.length === 0) return elsewhere;
  const tree = treeOf(repository);
  const layouts = new Map<string, DocsLayout | undefined>();
  const decisionFolders = findDecisionRoots(entities, repository, tree);
  const claim = (root: string, entity: CatalogEntity): boolean => {
    if (!layouts.has(root)) layouts.set(root, layoutDocs(root, tree, decisionFolders.get(root)));
    const layout = layouts.get(root);
    if (!layout) return false;
    const key = `${repository.repository.slug}\n${root}`;
    const known = claims.get(key);
    if (known) known.entities.push(entity);
    else claims.set(key, { repository, layout, entities: [entity] });
    return true;
  };
  const silent = new Map<string, CatalogEntity[]>();
  const annotated = new Set<string>();
  for (const entity of entities) {
    const value = annotation(entity, techdocsRefAnnotation);
    const path = entity.source.path;
    if (value === undefined) silent.set(path, [...(silent.get(path) ?? []), entity]);
    else {
      annotated.add(path);
      const target = resolveTechdocsRef(value.trim(), path, repository.repository);
      const problem = target.type === 'elsewhere' ? undefined : claimAnnotated(value, target, entity, claim);
      if (target.type === 'elsewhere') elsewhere.push({ entity, target });
      else if (problem) diagnostics.push(problem);
    }
  }
  for (const [path, candidates] of silent) {
    const home = homeOf(path);
    const first = candidates
      .sort((a, b) => componentsFirst(a, b) || a.source.line - b.source.line)
      .find((entity) => annotation(entity, techdocsEntityAnnotation) === undefined);
    const taken = claims.has(`${repository.repository.slug}\n${home}`);
    const isHome = hasUnannotatedDocs(home, tree, decisionFolders.get(home));
    if (first && !taken && !annotated.has(path) && isHome) claim(home, first);
  }
  const own = [...claims.values()].filter((claim) => claim.repository === repository).map(({ layout }) => layout);
  for (const entity of entities) diagnostics.push(...decisionProblems(entity, repository.repository, own));
  return elsewhere;
}

function claimAnnotated(
  value: string,
  target: Exclude<TechdocsRef, ElsewhereRef['target']>,
  entity: CatalogEntity,
  claim: (root: string, entity: CatalogEntity) => boolean,
): Diagnostic | undefined {
  if (target.type === 'unsupported') {
    const message = `techdocs-ref cannot be followed: ${target.reason}.`;
    return annotationProblem('techdocs/ref-unsupported', message, entity, techdocsRefAnnotation);
  }
  if (claim(target.path, entity)) return undefined;
  const folder = target.path === '' ? 'the root of the repository' : `the folder "${target.path}"`;
  const message = `techdocs-ref "${value}" leads to ${folder}, which has no docs folder with Markdown and no README.md.`;
  return annotationProblem('techdocs/ref-not-found', message, entity, techdocsRefAnnotation);
}

/** One step: docs that the other entity borrows itself are not borrowed on, as in Backstage. */
function followOtherEntities(catalog: Catalog, docsByEntity: Map<string, string>, diagnostics: Diagnostic[]): void {
  const reported = new Set(diagnostics.map(({ entityRef }) => entityRef));
  const borrowed = new Map<string, string>();
  const isBroken = prepareBroken(catalog.refused?.broken ?? []);
  const isRefused = (ref: string) => catalog.refused?.refs.has(ref) === true || isBroken(ref);
  for (const entity of catalog.entities) {
    const value = annotation(entity, techdocsEntityAnnotation);
    if (value === undefined || docsByEntity.has(entity.ref)) continue;
    const target = fullRef(value, entity);
    const published = target === undefined ? undefined : docsByEntity.get(target);
    if (published !== undefined) borrowed.set(entity.ref, published);
    else if (target === undefined || !(reported.has(target) || isRefused(target))) {
      const message = deadEntity(value, target, catalog);
      diagnostics.push(annotationProblem('techdocs/entity-not-found', message, entity, techdocsEntityAnnotation));
    }
  }
  for (const [ref, published] of borrowed) docsByEntity.set(ref, published);
}

function deadEntity(value: string, target: string | undefined, { byRef }: Catalog): string {
  if (target === undefined) return `techdocs-entity "${value}" is not a reference to an entity.`;
  const found = byRef.get(target);
  if (!found) return `techdocs-entity names ${target}, which is not in the catalog.`;
  const borrows = annotation(found, techdocsEntityAnnotation) !== undefined;
  return `techdocs-entity names ${target}, which has no docs${borrows ? ' of its own, but borrows them' : ''}.`;
}

function fullRef(value: string, entity: CatalogEntity): string | undefined {
  const { namespace } = entity.entity.metadata;
  const parsed = parseEntityRef(value.trim(), { defaultKind: 'component', defaultNamespace: namespace });
  return parsed.ok ? canonicalRef(parsed.ref) : undefined;
}

/** Components first, then by ref: whose URL a shared site has must not depend on the order of the crawl. */
function byPublishingOrder(a: CatalogEntity, b: CatalogEntity): number {
  return componentsFirst(a, b) || (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0);
}

function componentsFirst(a: CatalogEntity, b: CatalogEntity): number {
  const rank = (entity: CatalogEntity) => (entity.ref.startsWith('component:') ? 0 : 1);
  return rank(a) - rank(b);
}

function treeOf({ files }: RepositoryFiles): DocsTree {
  return { paths: [...files.keys()].sort(), has: (path) => files.has(path), text: (path) => files.get(path)?.text };
}
