/** For examples: the top of an entity's YAML, with `name` and whatever `metadata` lines follow it. */
export function entity(kind: string, name: string, metadata: string, spec: string): string {
  const more = metadata === '' ? '' : `${indent(metadata)}\n`;
  return `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${more}spec:\n${indent(spec)}\n`;
}

/** For examples: a Component named `cart` that has what it must have, and these lines of `metadata` and `spec`. */
export function cart(metadata = '', spec = ''): string {
  return entity('Component', 'cart', metadata, joinLines('type: service\nlifecycle: production\nowner: orders', spec));
}

/** For examples: an API named `cart-api` that has what it must have, with this definition. */
export function cartApi(definition: string, type = 'openapi'): string {
  const spec = `type: ${type}\nlifecycle: production\nowner: orders\ndefinition:${definition}`;
  return entity('API', 'cart-api', '', spec);
}

/** For examples: the API `cart-api`, and the Component that provides it. */
export function providedCartApi(definition: string): string {
  return `${cartApi(definition)}---\n${cart('', 'providesApis: [cart-api]')}`;
}

function joinLines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
