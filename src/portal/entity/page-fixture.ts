import type { EntityPage } from '../views/entity.ts';
import type { EntitySection, RelationSection, SectionShowing } from '../views/entity-sections.ts';

/** For tests: the tables of related entities of a page, those of its dependents included. */
export function tablesOf({ sections }: EntityPage): readonly RelationSection[] {
  return sections.flatMap((section) => ('table' in section ? [section.table] : []));
}

/** For tests: the section that something shows; `undefined`: the page has none. */
export function sectionShowing<Shows extends EntitySection['shows']>(
  { sections }: EntityPage,
  shows: Shows,
): SectionShowing<Shows> | undefined {
  return sections.find((section): section is SectionShowing<Shows> => section.shows === shows);
}
