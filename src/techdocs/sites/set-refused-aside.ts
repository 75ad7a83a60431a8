import type { StageContext } from '../../diagnostics/stage.ts';
import { type GoodDocs, goodDocsId } from '../good-docs.ts';
import type { DocsSitePlan } from '../plan/plan-docs-sites.ts';
import { isConfigRefused } from './last-good-site.ts';
import { readCachedSite } from './site-cache.ts';

/** Leaves out the sites whose configuration cannot be read today and that are shown as they were: there is nothing to build. */
export function setRefusedAside(
  plans: readonly DocsSitePlan[],
  lastGood: ReadonlyMap<string, GoodDocs>,
  { stateFolder }: StageContext,
): readonly DocsSitePlan[] {
  return plans.filter((plan) => {
    if (!isConfigRefused(plan)) return true;
    const last = lastGood.get(goodDocsId(plan.repository.repository.id, plan.layout.root));
    return !last || !readCachedSite(stateFolder, last.entry);
  });
}
