import type { PortalConfig } from '../../../config/config.ts';
import * as deCatalog from './de/catalog.ts';
import * as deChanges from './de/changes.ts';
import * as deCounts from './de/counts.ts';
import * as deCoverage from './de/coverage.ts';
import * as deDependents from './de/dependents.ts';
import * as deDocs from './de/docs.ts';
import * as deDocsHome from './de/docs-home.ts';
import * as deEntity from './de/entity.ts';
import * as deFormat from './de/format.ts';
import * as deFrame from './de/frame.ts';
import * as deGraph from './de/graph.ts';
import * as deHome from './de/home.ts';
import * as deKinds from './de/kinds.ts';
import * as deMarks from './de/marks.ts';
import * as deNotFound from './de/not-found.ts';
import * as deOffline from './de/offline.ts';
import * as dePersonal from './de/personal.ts';
import * as deProblems from './de/problems.ts';
import * as deQuickOpen from './de/quick-open.ts';
import * as deSearch from './de/search.ts';
import * as deSettings from './de/settings.ts';
import * as deStatus from './de/status.ts';
import * as deTeams from './de/teams.ts';
import * as deUi from './de/ui.ts';
import * as enCatalog from './en/catalog.ts';
import * as enChanges from './en/changes.ts';
import * as enCounts from './en/counts.ts';
import * as enCoverage from './en/coverage.ts';
import * as enDependents from './en/dependents.ts';
import * as enDocs from './en/docs.ts';
import * as enDocsHome from './en/docs-home.ts';
import * as enEntity from './en/entity.ts';
import * as enFormat from './en/format.ts';
import * as enFrame from './en/frame.ts';
import * as enGraph from './en/graph.ts';
import * as enHome from './en/home.ts';
import * as enKinds from './en/kinds.ts';
import * as enMarks from './en/marks.ts';
import * as enNotFound from './en/not-found.ts';
import * as enOffline from './en/offline.ts';
import * as enPersonal from './en/personal.ts';
import * as enProblems from './en/problems.ts';
import * as enQuickOpen from './en/quick-open.ts';
import * as enSearch from './en/search.ts';
import * as enSettings from './en/settings.ts';
import * as enStatus from './en/status.ts';
import * as enTeams from './en/teams.ts';
import * as enUi from './en/ui.ts';

/** A language that the interface is written in, BCP 47. */
export type Language = PortalConfig['language'];

/** The same texts in another language: each has the same name and, where it is made of values, the same parameters. */
type Same<Text> = Text extends string
  ? string
  : Text extends (...values: infer Values) => infer Result
    ? (...values: Values) => Same<Result>
    : { readonly [Name in keyof Text]: Same<Text[Name]> };

/** All texts of the interface, by the room that they belong to: `texts.frame.skip`. */
export interface Texts {
  readonly changes: Same<typeof enChanges>;
  readonly catalog: Same<typeof enCatalog>;
  readonly counts: Same<typeof enCounts>;
  readonly coverage: Same<typeof enCoverage>;
  readonly dependents: Same<typeof enDependents>;
  readonly docs: Same<typeof enDocs>;
  readonly docsHome: Same<typeof enDocsHome>;
  readonly entity: Same<typeof enEntity>;
  readonly format: Same<typeof enFormat>;
  readonly frame: Same<typeof enFrame>;
  readonly graph: Same<typeof enGraph>;
  readonly home: Same<typeof enHome>;
  readonly kinds: Same<typeof enKinds>;
  readonly marks: Same<typeof enMarks>;
  readonly notFound: Same<typeof enNotFound>;
  readonly offline: Same<typeof enOffline>;
  readonly personal: Same<typeof enPersonal>;
  readonly problems: Same<typeof enProblems>;
  readonly quickOpen: Same<typeof enQuickOpen>;
  readonly search: Same<typeof enSearch>;
  readonly settings: Same<typeof enSettings>;
  readonly status: Same<typeof enStatus>;
  readonly teams: Same<typeof enTeams>;
  readonly ui: Same<typeof enUi>;
}

const texts: Readonly<Record<Language, Texts>> = {
  en: {
    changes: enChanges,
    catalog: enCatalog,
    counts: enCounts,
    coverage: enCoverage,
    dependents: enDependents,
    docs: enDocs,
    docsHome: enDocsHome,
    entity: enEntity,
    format: enFormat,
    frame: enFrame,
    graph: enGraph,
    home: enHome,
    kinds: enKinds,
    marks: enMarks,
    notFound: enNotFound,
    offline: enOffline,
    personal: enPersonal,
    problems: enProblems,
    quickOpen: enQuickOpen,
    search: enSearch,
    settings: enSettings,
    status: enStatus,
    teams: enTeams,
    ui: enUi,
  },
  de: {
    changes: deChanges,
    catalog: deCatalog,
    counts: deCounts,
    coverage: deCoverage,
    dependents: deDependents,
    docs: deDocs,
    docsHome: deDocsHome,
    entity: deEntity,
    format: deFormat,
    frame: deFrame,
    graph: deGraph,
    home: deHome,
    kinds: deKinds,
    marks: deMarks,
    notFound: deNotFound,
    offline: deOffline,
    personal: dePersonal,
    problems: deProblems,
    quickOpen: deQuickOpen,
    search: deSearch,
    settings: deSettings,
    status: deStatus,
    teams: deTeams,
    ui: deUi,
  },
};

/** The texts of the interface in a language. Templates and scripts import the same as `@text/<room>`, of the compiled language. */
export const textsIn = (language: Language): Texts => texts[language];
