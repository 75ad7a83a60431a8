import { readFileSync } from 'node:fs';
import type { RepositoryFiles } from '../catalog/repository-files.ts';
import type { ExternalLinksConfig } from '../config/config.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Stage } from '../diagnostics/stage.ts';
import type { DocsBlobs } from './docs-blobs.ts';
import type { DocsSite } from './docs-site.ts';
import { placeReferences } from './links/elsewhere/place-references.ts';
import { checkAddresses } from './links/external/check-addresses.ts';
import { describeOutcome } from './links/external/describe-outcome.ts';
import { type ExternalLink, gatherAddresses } from './links/external/gather-addresses.ts';
import type { Verdict } from './links/external/verdict.ts';

/** What the check of links to the web reads. */
export interface ExternalLinksInput {
  readonly sites: readonly DocsSite[];
  readonly snapshot: { readonly repositories: readonly RepositoryFiles[]; readonly blobs: DocsBlobs };
  readonly config: ExternalLinksConfig;
  /** What was learned before, by address. */
  readonly known: ReadonlyMap<string, Verdict>;
  readonly userAgent: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds between two requests to one host; absent: as is polite. */
  readonly pause?: number;
  /** Milliseconds for one request; absent: as is usual. */
  readonly timeout?: number;
}

const hour = 60 * 60 * 1000;
/** What failed is asked for again after this. */
const retryAfter = 4 * hour;
/** With so many that all fail it is the network, and not the links. */
const enoughToTell = 5;

/** Asks for the addresses of the web that docs link to, but for those that were asked for lately. Gives what to remember. */
export const checkExternalLinks: Stage<ExternalLinksInput, readonly Verdict[]> = async (input, context) => {
  const { sites, snapshot, config, known, now } = input;
  const repositories = snapshot.repositories.map(({ repository }) => repository);
  const addresses = gatherAddresses(sites, repositories, config.ignore);
  const isFresh = ({ outcome, checkedAt }: Verdict) =>
    now - checkedAt < (outcome.type === 'good' ? config.days * 24 * hour : retryAfter);
  const due = [...addresses.keys()].filter((url) => {
    const verdict = known.get(url);
    return !verdict || !isFresh(verdict);
  });
  // What was never asked for comes first, then what waits longest: what there is no time for today is next tomorrow.
  due.sort((a, b) => (known.get(a)?.checkedAt ?? 0) - (known.get(b)?.checkedAt ?? 0) || (a < b ? -1 : 1));
  let done = 0;
  const learned = await checkAddresses(due, {
    ...input,
    privateHosts: config.privateHosts,
    budget: config.minutes * 60_000,
    signal: context.signal,
    onChecked: (url) => {
      done += 1;
      context.progress(done, due.length, url);
    },
  });
  const isOffline = learned.length >= enoughToTell && learned.every(({ outcome }) => outcome.type === 'unreachable');
  const fresh = isOffline ? [] : learned;
  const verdicts = new Map([...known, ...fresh.map((verdict) => [verdict.url, verdict] as const)]);
  const left = due.length - learned.length;
  context.log(
    `${learned.length} of ${addresses.size} addresses of the web were asked for; ${left} wait for the next build`,
  );
  return {
    value: [...addresses.keys()].flatMap((url) => verdicts.get(url) ?? []),
    diagnostics: isOffline ? [offline(learned.length)] : describeAll(addresses, verdicts, input),
  };
};

function describeAll(
  addresses: ReadonlyMap<string, readonly ExternalLink[]>,
  verdicts: ReadonlyMap<string, Verdict>,
  { snapshot: { repositories, blobs } }: ExternalLinksInput,
): readonly Diagnostic[] {
  const bySlug = new Map(repositories.map((files) => [files.repository.slug, files]));
  const places = new Map<DocsSite, ReturnType<typeof placeReferences>>();
  const placesOf = (site: DocsSite, files: RepositoryFiles) => {
    const read = (path: string) => {
      const file = files.files.get(path);
      return file === undefined ? '' : (file.text ?? readFileSync(blobs.pathOf(file.oid), 'utf8'));
    };
    const known = places.get(site) ?? placeReferences(site, files, read);
    places.set(site, known);
    return known;
  };
  return [...addresses].flatMap(([url, links]) => {
    const said = describeOutcome(url, verdicts.get(url)?.outcome);
    if (!said) return [];
    return links.flatMap(({ site, page, reference }) => {
      const files = bySlug.get(site.repository);
      if (!files || site.lastGood) return [];
      const source = { repository: site.repository, ...placesOf(site, files)(page, reference) };
      return [diagnose(said.code, { ...said, source, entityRef: site.entityRef })];
    });
  });
}

function offline(count: number): Diagnostic {
  const message = `None of ${count} addresses of the web could be reached; links to the web were not checked`;
  return diagnose('techdocs/external-links-unchecked', { message });
}
