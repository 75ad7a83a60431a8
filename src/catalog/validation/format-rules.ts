const nameCharacters = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const labelCharacters = /^[a-z0-9]+(?:-+[a-z0-9]+)*$/;

const within = (value: string, most: number) => value.length >= 1 && value.length <= most;

/** Name of an entity, and the part of a label's or annotation's key after the `/`. */
export function isObjectName(value: string): boolean {
  return within(value, 63) && nameCharacters.test(value);
}

/** DNS label (RFC 1123): the form of a namespace. */
export function isDnsLabel(value: string): boolean {
  return within(value, 63) && labelCharacters.test(value);
}

/** DNS labels joined by dots, at most 253 characters. */
export function isDnsSubdomain(value: string): boolean {
  return within(value, 253) && value.split('.').every(isDnsLabel);
}

/** `kind`. */
export function isKindName(value: string): boolean {
  return within(value, 63) && /^[a-zA-Z][a-z0-9A-Z]*$/.test(value);
}

/** `apiVersion`: `version` or `group/version`. */
export function isApiVersion(value: string): boolean {
  return isPrefixed(value, (version) => within(version, 63) && /^[a-z0-9A-Z]+$/.test(version));
}

/** Key of a label or an annotation: `name` or `prefix/name`. */
export function isLabelKey(value: string): boolean {
  return isPrefixed(value, isObjectName);
}

/** Value of a label. */
export function isLabelValue(value: string): boolean {
  return value === '' || isObjectName(value);
}

/** Tag; `:` `+` and `#` are legal. */
export function isTag(value: string): boolean {
  return within(value, 63) && /^[a-z0-9:+#]+(-[a-z0-9:+#]+)*$/.test(value);
}

/** Whether `new URL` takes it, as Backstage requires of links. Says nothing about whether it is safe to follow. */
export function isUrl(value: string): boolean {
  return URL.canParse(value);
}

function isPrefixed(value: string, isSuffix: (suffix: string) => boolean): boolean {
  const parts = value.split('/');
  if (parts.length === 1) return isSuffix(value);
  return parts.length === 2 && isDnsSubdomain(parts[0] ?? '') && isSuffix(parts[1] ?? '');
}
