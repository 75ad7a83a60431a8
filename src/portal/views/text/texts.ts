import type { PortalConfig } from '../../../config/config.ts';
import * as deCounts from './de/counts.ts';
import * as deFormat from './de/format.ts';
import * as deFrame from './de/frame.ts';
import * as deKinds from './de/kinds.ts';
import * as deMarks from './de/marks.ts';
import * as deOffline from './de/offline.ts';
import * as dePersonal from './de/personal.ts';
import * as deProblems from './de/problems.ts';
import * as deQuickOpen from './de/quick-open.ts';
import * as deUi from './de/ui.ts';
import * as enCounts from './en/counts.ts';
import * as enFormat from './en/format.ts';
import * as enFrame from './en/frame.ts';
import * as enKinds from './en/kinds.ts';
import * as enMarks from './en/marks.ts';
import * as enOffline from './en/offline.ts';
import * as enPersonal from './en/personal.ts';
import * as enProblems from './en/problems.ts';
import * as enQuickOpen from './en/quick-open.ts';
import * as enUi from './en/ui.ts';

/** A language that the interface is written in, BCP 47. */
export type Language = PortalConfig['language'];

/** The same texts in another language: each has the same name and, where it is made of values, the same parameters. */
type Same<Room> = { readonly [Name in keyof Room]: Room[Name] extends string ? string : Room[Name] };

/** All texts of the interface, by the room that they belong to: `texts.frame.skip`. */
export interface Texts {
  readonly counts: Same<typeof enCounts>;
  readonly format: Same<typeof enFormat>;
  readonly frame: Same<typeof enFrame>;
  readonly kinds: Same<typeof enKinds>;
  readonly marks: Same<typeof enMarks>;
  readonly offline: Same<typeof enOffline>;
  readonly personal: Same<typeof enPersonal>;
  readonly problems: Same<typeof enProblems>;
  readonly quickOpen: Same<typeof enQuickOpen>;
  readonly ui: Same<typeof enUi>;
}

const texts: Readonly<Record<Language, Texts>> = {
  en: {
    counts: enCounts,
    format: enFormat,
    frame: enFrame,
    kinds: enKinds,
    marks: enMarks,
    offline: enOffline,
    personal: enPersonal,
    problems: enProblems,
    quickOpen: enQuickOpen,
    ui: enUi,
  },
  de: {
    counts: deCounts,
    format: deFormat,
    frame: deFrame,
    kinds: deKinds,
    marks: deMarks,
    offline: deOffline,
    personal: dePersonal,
    problems: deProblems,
    quickOpen: deQuickOpen,
    ui: deUi,
  },
};

/** The texts of the interface in a language. Templates and scripts import the same as `@text/<room>`, of the compiled language. */
export const textsIn = (language: Language): Texts => texts[language];
