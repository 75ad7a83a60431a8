/** A JSON Schema, draft 7. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const label = '[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?';
const name = '[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';
const prefix = `(?:${label}(?:\\.${label})*/)?`;
/** What a prefix may not be: longer than 253 characters. */
const longPrefix = { pattern: '^[^/]{254}' };

/** The format rules of entities as JSON Schema: what `format-rules.ts` says in code. No look-ahead, so that every engine has them. */
export const formatSchemas = {
  objectName: { type: 'string', maxLength: 63, pattern: `^${name}$` },
  dnsLabel: { type: 'string', maxLength: 63, pattern: `^${label}$` },
  kindName: { type: 'string', maxLength: 63, pattern: '^[a-zA-Z][a-z0-9A-Z]*$' },
  apiVersion: { type: 'string', pattern: `^${prefix}[A-Za-z0-9]{1,63}$`, not: longPrefix },
  labelKey: { type: 'string', pattern: `^${prefix}${name}$`, not: longPrefix },
  labelValue: { type: 'string', maxLength: 63, pattern: `^(?:${name})?$` },
  tag: { type: 'string', maxLength: 63, pattern: '^[a-z0-9:+#]+(?:-[a-z0-9:+#]+)*$' },
  /** Only that there is a scheme: a pattern cannot parse addresses. */
  url: { type: 'string', pattern: '^\\s*[A-Za-z][A-Za-z0-9+.-]*:' },
  text: { type: 'string', minLength: 1 },
  notBlank: { type: 'string', pattern: '\\S' },
} as const satisfies Readonly<Record<string, JsonSchema>>;

/** Matches a name in any capitals, itself included. */
export function anyCapitals(kind: string): string {
  const letters = [...kind].map((letter) => {
    const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()];
    return lower === upper ? letter : `[${upper}${lower}]`;
  });
  return letters.join('');
}
