import type { Catalog } from '../../catalog/entity.ts';
import type { RepositoryFiles } from '../../catalog/repository-files.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { DocsBlobs } from '../docs-blobs.ts';
import type { DocsSite } from '../docs-site.ts';
import { type GoodDocs, goodDocsId } from '../good-docs.ts';
import type { DocsPlan, DocsSitePlan } from '../plan/plan-docs-sites.ts';
import { placeOfPlan, siteFailed, toDocsSite } from './describe-site.ts';
import { type KeptDocs, keepUnplanned } from './keep-unplanned.ts';
import { isConfigRefused, showLastGood } from './last-good-site.ts';
import { writeNoticeSite } from './notice-site.ts';
import type { CachedSite } from './site-cache.ts';
import { hashContent } from './site-hash.ts';

/** What is known once everything that could be built is built. */
export interface BuiltSites {
  readonly planned: DocsPlan;
  readonly built: ReadonlyMap<DocsSitePlan, CachedSite>;
  /** Why a plan's site could not be built, where it says more than `reason`. */
  readonly failures: ReadonlyMap<DocsSitePlan, string>;
  /** Why nothing could be built, if so. */
  readonly reason: string | undefined;
  readonly lastGood: ReadonlyMap<string, GoodDocs>;
  readonly catalog: Catalog;
  readonly repositories: readonly RepositoryFiles[];
}

/** What is published, and what the next build is to remember. */
export interface SettledSites {
  /** Sorted by entity ref. */
  readonly sites: readonly DocsSite[];
  readonly docsByEntity: ReadonlyMap<string, string>;
  /** Sorted by id. */
  readonly good: readonly GoodDocs[];
  readonly diagnostics: readonly Diagnostic[];
  /** Names of entries of the cache that say why there are no docs. */
  readonly notices: readonly string[];
}

interface Settled {
  readonly site?: DocsSite;
  /** Why there is none. */
  readonly why?: string;
  readonly good?: GoodDocs;
  readonly diagnostics: readonly Diagnostic[];
}

/** Shows each site as it was built, or else as it last could be, and remembers what was good. */
export async function settleSites(
  sites: BuiltSites,
  files: { readonly blobs: DocsBlobs; readonly stateFolder: string },
): Promise<SettledSites> {
  const { planned } = sites;
  const settled = new Map<DocsSitePlan, Settled>();
  for (const plan of planned.plans) settled.set(plan, await settle(plan, sites, files));
  const published = new Set(planned.plans.filter((plan) => settled.get(plan)?.site).map(({ entityRef }) => entityRef));
  const docsByEntity = new Map([...planned.docsByEntity].filter(([, publisher]) => published.has(publisher)));
  const kept = await keepUnplanned({ ...sites, docsByEntity }, files);
  const all: readonly (Settled | KeptDocs)[] = [...settled.values(), ...kept];
  for (const { entities, site } of kept) for (const ref of entities) docsByEntity.set(ref, site.entityRef);
  const notices = await noticeUnbuilt(settled, docsByEntity, planned, files);
  const isKept = new Set(kept.flatMap(({ entities }) => entities));
  return {
    sites: [...all.flatMap(({ site }) => site ?? []), ...notices.map(({ site }) => site)].sort((a, b) =>
      a.entityRef < b.entityRef ? -1 : 1,
    ),
    docsByEntity,
    good: all.flatMap(({ good }) => good ?? []).sort((a, b) => (a.id < b.id ? -1 : 1)),
    diagnostics: [
      ...planned.diagnostics.filter(({ entityRef }) => entityRef === undefined || !isKept.has(entityRef)),
      ...[...settled.values()].flatMap(({ diagnostics }) => diagnostics),
    ],
    notices: notices.map(({ name }) => name),
  };
}

/** Where nothing else can be shown, a page says why. Its entities are added to those that have docs. */
async function noticeUnbuilt(
  settled: ReadonlyMap<DocsSitePlan, Settled>,
  docsByEntity: Map<string, string>,
  planned: DocsPlan,
  { blobs, stateFolder }: { readonly blobs: DocsBlobs; readonly stateFolder: string },
): Promise<readonly { readonly site: DocsSite; readonly name: string }[]> {
  const notices: { readonly site: DocsSite; readonly name: string }[] = [];
  for (const [plan, { why }] of settled) {
    if (why === undefined || docsByEntity.has(plan.entityRef)) continue;
    const notice = await writeNoticeSite(plan, why, stateFolder);
    notices.push({ site: toDocsSite(notice, placeOfPlan(plan), blobs.pathOf), name: notice.hash });
    for (const [ref, publisher] of planned.docsByEntity)
      if (publisher === plan.entityRef && !docsByEntity.has(ref)) docsByEntity.set(ref, publisher);
  }
  return notices;
}

async function settle(
  plan: DocsSitePlan,
  { built, failures, reason, lastGood, planned }: BuiltSites,
  files: { readonly blobs: DocsBlobs; readonly stateFolder: string },
): Promise<Settled> {
  const { repository } = plan.repository;
  const site = built.get(plan);
  if (site) {
    const diagnostics = site.record.diagnostics.map((item) => ({ ...item, entityRef: plan.entityRef }));
    const good = isConfigRefused(plan) ? {} : { good: rememberGood(plan, site, planned) };
    return { site: toDocsSite(site, placeOfPlan(plan), files.blobs.pathOf), ...good, diagnostics };
  }
  const failure = failures.get(plan);
  const why = failure ?? reason ?? configProblem(plan);
  const last = lastGood.get(goodDocsId(repository.id, plan.layout.root));
  const isSame = last?.content === hashContent(plan);
  const mark = last && !isSame ? { commit: last.commit, at: last.at, reason: why } : undefined;
  const shown = last && (await showLastGood(last, placeOfPlan(plan), mark, files));
  const instead = shown ? (isSame ? repository.commit : last?.commit) : undefined;
  return {
    ...(shown ? { site: shown } : { why }),
    ...(shown && last && { good: last }),
    diagnostics: failure === undefined ? [] : [siteFailed(plan, failure, instead)],
  };
}

function configProblem({ layout }: DocsSitePlan): string {
  return layout.problems.find(({ code }) => code === 'techdocs/config-invalid')?.message ?? 'it was not rendered';
}

function rememberGood(plan: DocsSitePlan, { hash }: CachedSite, { docsByEntity }: DocsPlan): GoodDocs {
  const { entityRef, layout } = plan;
  const { id, commit, committedAt } = plan.repository.repository;
  const sharing = [...docsByEntity].filter(([, publisher]) => publisher === entityRef).map(([ref]) => ref);
  return {
    id: goodDocsId(id, layout.root),
    repositoryId: id,
    root: layout.root,
    entry: hash,
    content: hashContent(plan),
    entityRef,
    entities: sharing.sort(),
    commit,
    at: committedAt,
  };
}
