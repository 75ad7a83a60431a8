import type { PortalConfig } from '../../../config/config.ts';
import * as deFrame from './de/frame.ts';
import * as enFrame from './en/frame.ts';

/** A language that the interface is written in, BCP 47. */
export type Language = PortalConfig['language'];

/** The same texts in another language: each has the same name and, where it is made of values, the same parameters. */
type Same<Room> = { readonly [Name in keyof Room]: Room[Name] extends string ? string : Room[Name] };

/** All texts of the interface, by the room that they belong to: `texts.frame.skip`. */
export interface Texts {
  readonly frame: Same<typeof enFrame>;
}

const texts: Readonly<Record<Language, Texts>> = {
  en: { frame: enFrame },
  de: { frame: deFrame },
};

/** The texts of the interface in a language. Templates and scripts import the same as `@text/<room>`, of the compiled language. */
export const textsIn = (language: Language): Texts => texts[language];
