import type { ServerResponse } from 'node:http';

/** What goes wrong with one answer. */
export type Fault =
  | {
      readonly type: 'answer';
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The connection breaks without an answer. */
  | { readonly type: 'reset' }
  /** No answer, ever. */
  | { readonly type: 'silence' }
  /** The answer ends in the middle, as if that were its end. */
  | { readonly type: 'truncate' }
  /** The connection breaks in the middle of the answer. */
  | { readonly type: 'break' }
  /** A byte of the answer is another one. */
  | { readonly type: 'corrupt' }
  /** The answer comes this many milliseconds late. */
  | { readonly type: 'late'; readonly milliseconds: number }
  /** The right answer of the API, spoiled. */
  | {
      readonly type: 'change';
      readonly change: (body: unknown) => unknown;
      /** In the place of those of the same names. */
      readonly headers?: Readonly<Record<string, string>>;
    };

const page = (title: string) => `<html><head><title>${title}</title></head><body>${title}</body></html>`;

/** An error page of the load balancer, as with a query that takes too long. */
export const badGateway = (status = 502): Fault => ({ type: 'answer', status, body: page(`${status} Bad Gateway`) });

/** Changes a list in an answer of REST; the headers, when given, in the place of the right ones. */
export function changeList(change: (list: unknown[]) => void, headers: Readonly<Record<string, string>> = {}): Fault {
  return {
    type: 'change',
    headers,
    change: (body) => {
      const copy = structuredClone(body);
      if (Array.isArray(copy)) change(copy);
      return copy;
    },
  };
}

/** Gives an answer of the API, with what is wrong with it. */
export function send(
  response: ServerResponse,
  answer: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: unknown },
  fault?: Fault,
): void {
  const body = fault?.type === 'change' ? fault.change(answer.body) : answer.body;
  const type = typeof body === 'string' ? 'text/html' : 'application/json; charset=utf-8';
  if (fault) spoilAnswer(response, fault);
  const changed = fault?.type === 'change' ? fault.headers : {};
  response.writeHead(answer.status, { 'content-type': type, ...answer.headers, ...changed });
  response.end(body instanceof Uint8Array || typeof body === 'string' ? body : JSON.stringify(body));
}

/** Lets an answer that is about to be written go wrong on its way, whoever writes it. */
export function spoilAnswer(response: ServerResponse, fault: Fault): void {
  if (fault.type === 'answer' || fault.type === 'change') return;
  const parts: Buffer[] = [];
  const take = (part: unknown) => {
    if (typeof part === 'string' || part instanceof Uint8Array) parts.push(Buffer.from(part));
  };
  const { writeHead, write, end } = response;
  const give = (content: Buffer, finish: () => void) => {
    Object.assign(response, { write, end });
    if (content.length > 0) response.write(content, finish);
    else finish();
  };
  response.writeHead = (...head: unknown[]) => {
    if (fault.type !== 'late') response.removeHeader('content-length');
    return Reflect.apply(writeHead, response, head) as ServerResponse;
  };
  response.write = (part: unknown) => {
    take(part);
    return true;
  };
  response.end = (part?: unknown) => {
    take(part);
    const content = Buffer.concat(parts);
    const half = content.subarray(0, content.length / 2);
    if (fault.type === 'reset') response.destroy();
    else if (fault.type === 'truncate') give(half, () => response.end());
    else if (fault.type === 'break') give(half, () => response.destroy());
    else if (fault.type === 'corrupt') give(withWrongByte(content), () => response.end());
    else if (fault.type === 'late') setTimeout(() => give(content, () => response.end()), fault.milliseconds);
    return response;
  };
}

function withWrongByte(content: Buffer): Buffer {
  const copy = Buffer.from(content);
  const at = Math.floor((copy.length * 2) / 3);
  copy[at] = (copy[at] ?? 0) ^ 0x55;
  return copy;
}
