/** Scripts that are written from right to left, of languages that are in use (ISO 15924). */
const rightToLeft: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** Which way a language (BCP 47) is written, by the script that it is most likely written in. */
/* @__NO_SIDE_EFFECTS__ */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
