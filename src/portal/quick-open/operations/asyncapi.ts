import { readSection } from './entries.ts';
import type { Operation } from './operation.ts';

/** What can be done on the channels of an AsyncAPI 2 definition, and the operations of version 3. */
export function asyncApiOperations(text: string): readonly Operation[] {
  const found: { method: string; name: string; summary: string }[] = [];
  let [channel, isOpen] = ['', false];
  for (const { level, key, value } of readSection(text, 'channels')) {
    if (level === 1) channel = key;
    if (level < 3) isOpen = level === 2 && (key === 'publish' || key === 'subscribe');
    if (isOpen && level === 2) found.push({ method: key, name: channel, summary: '' });
    const last = found.at(-1);
    if (isOpen && level === 3 && key === 'summary' && last) last.summary = value;
  }
  return [...found, ...operationsOf(text)];
}

/** Version 3: `operations: { placeOrder: { action: send, summary: … } }`. */
function operationsOf(text: string): readonly Operation[] {
  const found: { method: string; name: string; summary: string }[] = [];
  for (const { level, key, value } of readSection(text, 'operations')) {
    if (level === 1) found.push({ method: '', name: key, summary: '' });
    const last = found.at(-1);
    if (level === 2 && key === 'action' && last) last.method = value;
    if (level === 2 && key === 'summary' && last) last.summary = value;
  }
  return found.filter(({ method }) => method === 'send' || method === 'receive');
}
