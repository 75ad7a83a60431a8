import { type ConfigData, HtmlValidate } from 'html-validate';

/** The rules that pages keep: the HTML standard, and what html-validate knows of accessible HTML. */
const rules: ConfigData = {
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // All scripts and styles are the portal's own, from its own host, with the hash of their content as name.
    'require-sri': 'off',
    // A search field is sent by Enter; forms of filters have nothing to send.
    'wcag/h32': 'off',
    // A list of suggestions below a field cannot be a <select>.
    'prefer-native-element': ['error', { exclude: ['listbox'] }],
  },
};

/** What authors write in docs, as Markdown means it: aligned cells, headings of tables without a scope. */
const authors: ConfigData['rules'] = { 'no-deprecated-attr': 'off', 'wcag/h63': 'off' };

/** What is wrong with the HTML of a page, as lines to read. */
export function findInvalidHtml(html: string, { isDocs }: { readonly isDocs: boolean }): readonly string[] {
  const validator = new HtmlValidate({ ...rules, rules: { ...rules.rules, ...(isDocs && authors) } });
  return validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
    );
}
