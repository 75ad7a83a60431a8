import { setImmediate } from 'node:timers/promises';
import type { TechdocsConfig } from '../../config/config.ts';
import type { StageContext } from '../../diagnostics/stage.ts';
import type { DocsSitePlan } from '../plan/plan-docs-sites.ts';
import { type PythonChoice, pinned, preparePython } from '../renderer/python-environment.ts';
import { type CachedSite, readCachedSite } from './site-cache.ts';
import { hashContent, hashSite, rendererDigest } from './site-hash.ts';

/** Sites that the cache has, and what is needed for those that it does not have. */
export interface FoundSites {
  readonly cached: ReadonlyMap<DocsSitePlan, CachedSite>;
  readonly missing: readonly DocsSitePlan[];
  /** What every plan's site is known by in the cache. */
  readonly hashes: ReadonlyMap<DocsSitePlan, string>;
  /** What renders those that are missing; nothing was looked for while none are, unless the owner chose it. */
  readonly python: PythonChoice;
}

/** Reads the sites that need no work. Python is not even started for them. */
export async function findSites(
  plans: readonly DocsSitePlan[],
  config: TechdocsConfig,
  context: StageContext,
): Promise<FoundSites> {
  const options = { ...context, python: config.python };
  // Which packages an owner's own Python has, nobody but it can say.
  const own = config.python === undefined ? undefined : await preparePython(options);
  const first = await readSites(plans, config, own ? (own.identity ?? '') : pinned, context);
  if (own || first.missing.length === 0) return { ...first, python: own ?? { diagnostics: [] } };
  const python = await preparePython(options);
  if (python.identity === undefined || python.identity === pinned) return { ...first, python };
  // What another MkDocs made than the pinned one is not the same site.
  const second = await readSites(first.missing, config, python.identity, context);
  return {
    cached: new Map([...first.cached, ...second.cached]),
    missing: second.missing,
    hashes: new Map([...first.hashes, ...second.hashes]),
    python,
  };
}

/** Sites that are read before other things may happen again. */
const atOnce = 10;

async function readSites(
  plans: readonly DocsSitePlan[],
  config: TechdocsConfig,
  identity: string,
  { stateFolder, signal }: StageContext,
): Promise<Omit<FoundSites, 'python'>> {
  const renderer = await rendererDigest(config, identity);
  const hashes = new Map(plans.map((plan) => [plan, hashSite(hashContent(plan), renderer)]));
  const cached = new Map<DocsSitePlan, CachedSite>();
  for (const [index, plan] of plans.entries()) {
    if (index % atOnce === 0) await setImmediate();
    signal.throwIfAborted();
    const site = readCachedSite(stateFolder, hashes.get(plan) ?? '');
    if (site) cached.set(plan, site);
  }
  return { cached, hashes, missing: plans.filter((plan) => !cached.has(plan)) };
}
