import { type Entry, readSection } from './entries.ts';
import type { Operation } from './operation.ts';

const methods: ReadonlySet<string> = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
]);

/** The operations of an OpenAPI 2 or 3 definition, in its order: `GET /orders`. */
export function openApiOperations(text: string): readonly Operation[] {
  const found: { method: string; name: string; summary: string }[] = [];
  let path = '';
  let isOpen = false;
  for (const { level, key, value } of readSection(text, 'paths')) {
    if (level === 1) path = key;
    if (level < 3) isOpen = level === 2 && path.startsWith('/') && methods.has(key);
    if (isOpen && level === 2) found.push({ method: key.toUpperCase(), name: path, summary: '' });
    const last = found.at(-1);
    if (isOpen && level === 3 && last && saysMore({ level, key, value }, last.summary)) last.summary = value;
  }
  return found;
}

/** A summary says what an operation does; its id stands in where there is none. */
function saysMore({ key, value }: Entry, known: string): boolean {
  return value !== '' && (key === 'summary' || (key === 'operationId' && known === ''));
}
