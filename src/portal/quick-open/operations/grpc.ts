import type { Operation } from './operation.ts';
import { tokensOf } from './tokens.ts';

/** The methods of a Protocol Buffers file's services: `rpc Orders/Place`. */
export function grpcOperations(text: string): readonly Operation[] {
  const found: Operation[] = [];
  let [service, last] = ['', ''];
  for (const token of tokensOf(text, '//')) {
    if (last === 'service' && /^\w+$/.test(token)) service = token;
    if (last === 'rpc' && service !== '' && /^\w+$/.test(token))
      found.push({ method: 'rpc', name: `${service}/${token}`, summary: '' });
    last = token;
  }
  return found;
}
