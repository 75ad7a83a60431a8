import { join } from 'node:path';
import type { CallboardConfig } from '../config/config.ts';
import type { Clock } from '../crawl/clock.ts';
import { openStateStore } from '../state/state-store.ts';
import { type BuiltDocs, buildDocs } from '../techdocs/build-docs.ts';
import { checkExternalLinks } from '../techdocs/check-external-links.ts';
import type { DocsSite } from '../techdocs/docs-site.ts';
import type { GoodDocs } from '../techdocs/good-docs.ts';
import { linkDocs } from '../techdocs/link-docs.ts';
import type { Verdict } from '../techdocs/links/external/verdict.ts';
import { count } from './count.ts';
import { formerSlugsOf } from './describe-crawl.ts';
import type { GuardedCatalog } from './removals/read-guarded-catalog.ts';
import type { Run } from './run.ts';
import { callboardVersion } from './version.ts';

/** What docs are made of. */
export interface DocsToMake {
  readonly guarded: GuardedCatalog;
  readonly config: CallboardConfig;
  readonly clock: Clock;
  /** Sites as the builds before could build them, by id. */
  readonly lastGood: ReadonlyMap<string, GoodDocs>;
  /** Addresses of the web that docs link to are asked for. */
  readonly externalLinks: boolean;
}

/**
 * Builds the docs, leads their links to what the portal shows, and says which lead nowhere. Links to the web are asked for only when the
 * owner wants that. Nothing where the owner wants no docs.
 */
export async function makeDocs(run: Run, input: DocsToMake): Promise<BuiltDocs> {
  const { guarded, config, lastGood } = input;
  const { catalog, snapshot } = guarded;
  const toBuild = { catalog, snapshot, config: config.techdocs, lastGood };
  const docs = await run.stage('techdocs', buildDocs, toBuild, ({ sites }) =>
    count(sites.length, 'docs site', 'docs sites'),
  );
  if (!config.techdocs.enabled) return docs;
  const { repositories, blobs } = snapshot;
  const formerSlugs = formerSlugsOf(snapshot);
  const { url } = config.portal;
  const portal = { ...docs, catalog, repositories, blobs, formerSlugs, ...(url !== undefined && { portalUrl: url }) };
  const sites = run.collect(linkDocs(portal));
  if (input.externalLinks) await askTheWeb(run, sites, input);
  return { ...docs, sites };
}

async function askTheWeb(run: Run, sites: readonly DocsSite[], { guarded, config, clock }: DocsToMake): Promise<void> {
  const memory = run.collect(await openVerdicts(join(config.root, '.callboard')));
  const { url } = config.portal;
  const userAgent = `Callboard/${callboardVersion} (link check${url === undefined ? '' : `; +${url}`})`;
  const input = {
    ...{ sites, snapshot: guarded.snapshot, config: config.externalLinks, known: memory.items },
    ...{ userAgent, now: clock.now() },
  };
  const verdicts = await run.stage('links', checkExternalLinks, input, ({ length }) =>
    count(length, 'address of the web', 'addresses of the web'),
  );
  run.collect({ value: undefined, diagnostics: await memory.keep(verdicts) });
}

function openVerdicts(stateFolder: string) {
  return openStateStore<Verdict>(
    {
      name: 'external-links',
      content: 'Which links to the web were good',
      version: 1,
      digits: 1,
      idOf: ({ url }) => url,
    },
    stateFolder,
  );
}
