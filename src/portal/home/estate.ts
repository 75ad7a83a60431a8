import { mentionOf, type Portal } from '../assemble-portal.ts';
import { targetsOf } from '../mention.ts';
import { catalogIndexPath, partsOf, urlOf } from '../urls.ts';
import type { HomeChapter, HomePage } from '../views/home.ts';
import { textsIn } from '../views/text/texts.ts';

/** Domains that are shown, and systems of each. */
const mostDomains = 8;
const mostSystems = 8;

/** The estate as a table of contents: the largest domains in the order of the catalog, with their systems. */
export function estateOf(portal: Portal): Pick<HomePage, 'domains' | 'moreDomains'> {
  const { base, language } = portal.config;
  const text = textsIn(language).home;
  const domains = (portal.byKind.get('domain') ?? []).map(({ ref }) => ({
    ref,
    parts: partsOfKind(portal, ref, 'system'),
  }));
  const largest = new Set(domains.toSorted((a, b) => b.parts.length - a.parts.length).slice(0, mostDomains));
  const chapters = domains
    .filter((domain) => largest.has(domain))
    .map(({ ref, parts }): HomeChapter => {
      const entity = mentionOf(portal, ref);
      return { title: entity.title, entity, ...systemsOf(portal, parts, entity.url) };
    });
  const systems = portal.byKind.get('system') ?? [];
  const loose = systems.filter(({ entity }) => targetsOf(entity, 'partOf').length === 0).map(({ ref }) => ref);
  const systemsUrl = urlOf(base, catalogIndexPath('system'));
  const other = {
    title: chapters.length === 0 ? text.systems : text.otherSystems,
    ...systemsOf(portal, loose, systemsUrl),
  };
  const all =
    domains.length > mostDomains
      ? { text: text.allDomains(domains.length), url: urlOf(base, catalogIndexPath('domain')) }
      : systems.length > 0 && { text: text.allSystems(systems.length), url: systemsUrl };
  return { domains: loose.length > 0 ? [...chapters, other] : chapters, ...(all && { moreDomains: all }) };
}

function systemsOf(
  portal: Portal,
  refs: readonly string[],
  allUrl: string | undefined,
): Pick<HomeChapter, 'systems' | 'more'> {
  const systems = refs.slice(0, mostSystems).map((ref) => ({
    entity: mentionOf(portal, ref),
    componentCount: partsOfKind(portal, ref, 'component').length,
  }));
  const hidden = refs.length - systems.length;
  if (hidden === 0 || !allUrl) return { systems };
  return { systems, more: { text: textsIn(portal.config.language).home.moreSystems(hidden), url: allUrl } };
}

function partsOfKind(portal: Portal, ref: string, kind: string): readonly string[] {
  const item = portal.catalog.byRef.get(ref);
  return item ? targetsOf(item.entity, 'hasPart').filter((part) => partsOf(part).kind === kind) : [];
}
