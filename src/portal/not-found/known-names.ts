import type { Portal } from '../assemble-portal.ts';
import { kindRule } from '../kinds.ts';
import { partsOf } from '../urls.ts';
import type { KnownNames } from '../views/not-found.ts';

/** Where the names are that the 404 page looks for near matches in. */
export const knownNamesPath = 'api/names.json';

/** The names of everything in the catalog. Pure. */
export function knownNames(portal: Portal): KnownNames {
  const refs = portal.catalog.entities.map(({ ref }) => ref).sort();
  const titleOf = (ref: string) => portal.mentions.get(ref)?.title ?? '';
  const titled = refs.flatMap((ref, at) => (titleOf(ref) === partsOf(ref).name ? [] : [[at, titleOf(ref)] as const]));
  const documented = refs.flatMap((ref, at) => {
    const publisher = portal.docsByEntity.get(ref);
    if (publisher === undefined || !portal.siteByRef.has(publisher)) return [];
    return [[at, publisher === ref ? 0 : publisher] as const];
  });
  const kinds = [...portal.byKind].map(([kind, [first]]) => {
    const rule = kindRule(portal.catalog.model, first?.entity.kind ?? kind, portal.config.language);
    return [kind, rule.title] as const;
  });
  return {
    refs,
    titles: Object.fromEntries(titled),
    kinds: Object.fromEntries(kinds),
    docs: Object.fromEntries(documented),
  };
}
