import type { Operation } from './operation.ts';
import { tokensOf } from './tokens.ts';

const roots = ['query', 'mutation', 'subscription'];

/** The fields of a GraphQL schema's root types: `query orders`. Names of the root types are those of `schema { … }`, else the usual. */
export function graphqlOperations(text: string): readonly Operation[] {
  const fields = fieldsByType(text);
  const named = new Map(fields.filter(({ type }) => type === '').map(({ field, is }) => [is, field]));
  const methodOf = (type: string): string | undefined =>
    named.size > 0 ? named.get(type) : roots.find((root) => type.toLowerCase() === root && type !== root);
  return fields.flatMap(({ type, field }) => {
    const method = type === '' ? undefined : methodOf(type);
    return method !== undefined && roots.includes(method) ? [{ method, name: field, summary: '' }] : [];
  });
}

/** Fields of all object types; those of `schema` have the type `''`, and `is` says what they are. */
function fieldsByType(text: string): { readonly type: string; readonly field: string; readonly is: string }[] {
  const fields: { type: string; field: string; is: string }[] = [];
  let type: string | undefined;
  let [braces, brackets] = [0, 0];
  let [last, before] = ['', ''];
  let waitsForType = false;
  for (const token of tokensOf(text, '#')) {
    if (token === '(') brackets += 1;
    else if (token === ')') brackets = Math.max(0, brackets - 1);
    else if (brackets === 0 && token === '{') braces += 1;
    else if (brackets === 0 && token === '}') {
      braces = Math.max(0, braces - 1);
      if (braces === 0) type = undefined;
    } else if (brackets === 0 && braces === 0) {
      if (last === 'type') type = token;
      else if (token === 'schema') type = '';
      else if (['input', 'interface', 'enum', 'union', 'scalar', 'directive'].includes(token)) type = undefined;
    } else if (brackets === 0 && braces === 1 && type !== undefined) {
      const latest = fields.at(-1);
      if (waitsForType && latest) latest.is = token;
      waitsForType = token === ':';
      if (token === ':') {
        const field = last === ')' ? before : last;
        if (/^[A-Za-z_]\w*$/.test(field)) fields.push({ type, field, is: '' });
      }
    }
    // The word in front of a field's arguments is its name.
    if (token === '(' && brackets === 1) before = last;
    if (brackets === 0) last = token;
  }
  return fields;
}
