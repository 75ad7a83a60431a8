import type { Portal } from '../assemble-portal.ts';
import { kindsOf } from '../catalog-index.ts';
import { kindRule } from '../kinds.ts';
import { catalogIndexPath, urlOf } from '../urls.ts';
import type { TextLink } from '../views/shared.ts';
import { textsIn } from '../views/text/texts.ts';

/** The lists that hold everything without scripts: one a kind, and all docs. */
export function pageLists(portal: Portal): readonly TextLink[] {
  const { base, language } = portal.config;
  const kinds = kindsOf(portal).map((kind) => {
    const spelled = portal.byKind.get(kind)?.[0]?.entity.kind ?? kind;
    return { text: kindRule(portal.catalog.model, spelled, language).plural, url: urlOf(base, catalogIndexPath(kind)) };
  });
  return [...kinds, { text: textsIn(language).frame.docs, url: urlOf(base, 'docs/') }];
}
