type Forms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

// Unused ones are left out of scripts.
/**
 * The forms of a language's words by number: `plurals(2, { one: 'page', other: 'pages' })` is "pages". Which forms a language
 * has is said by CLDR's plural rules.
 */
/* @__NO_SIDE_EFFECTS__ */
export const pluralsIn = (language: string): ((count: number, forms: Forms) => string) => {
  const rules = new Intl.PluralRules(language);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
};

/** Numbers as a language writes them: "12,000". */
/* @__NO_SIDE_EFFECTS__ */
export const numbersIn = (language: string): ((value: number) => string) => {
  const format = new Intl.NumberFormat(language);
  return (value) => format.format(value);
};
