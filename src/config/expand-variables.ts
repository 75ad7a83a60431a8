/** A place in a configuration: keys and indices from the root. */
export type ConfigPath = readonly (string | number)[];

/** A variable that the environment does not have. */
export interface MissingVariable {
  readonly path: ConfigPath;
  readonly name: string;
}

const reference = /\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}/g;

/**
 * Replaces `${NAME}` and `${NAME:-default}` in every text of a parsed configuration. Works on values, never on
 * YAML source, so a variable can hold anything without becoming syntax. As in POSIX shells, the default also
 * stands in for a variable that is set but empty.
 */
export function expandVariables(
  value: unknown,
  environment: Readonly<Record<string, string | undefined>>,
  path: ConfigPath = [],
): { readonly value: unknown; readonly missing: readonly MissingVariable[] } {
  if (typeof value === 'string') return expandText(value, environment, path);
  if (Array.isArray(value)) {
    const items = value.map((item, index) => expandVariables(item, environment, [...path, index]));
    return { value: items.map((item) => item.value), missing: items.flatMap((item) => item.missing) };
  }
  if (typeof value !== 'object' || value === null) return { value, missing: [] };
  const entries = Object.entries(value).map(
    ([key, item]) => [key, expandVariables(item, environment, [...path, key])] as const,
  );
  return {
    value: Object.fromEntries(entries.map(([key, item]) => [key, item.value])),
    missing: entries.flatMap(([, item]) => item.missing),
  };
}

function expandText(text: string, environment: Readonly<Record<string, string | undefined>>, path: ConfigPath) {
  const missing: MissingVariable[] = [];
  const value = text.replace(reference, (whole, name: string, fallback: string | undefined) => {
    const found = environment[name];
    if (found !== undefined && found !== '') return found;
    if (fallback !== undefined) return fallback;
    if (found === '') return '';
    missing.push({ path, name });
    return whole;
  });
  return { value, missing };
}
