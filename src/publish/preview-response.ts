import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { cachePolicyOf } from './cache-policy.ts';
import { contentTypeOf } from './content-type.ts';
import type { FoundFile } from './preview-request.ts';

/** Compressed files kept in memory, so that a reload does not compress again. */
const compressedFiles = new Map<string, Buffer>();
const keptFiles = 500;

const compressible = /^(?:text\/|application\/(?:json|xml|wasm|manifest\+json)|image\/svg\+xml)/;
const smallestWorthIt = 256;
const largestInMemory = 8 * 1024 * 1024;

type Encoding = 'br' | 'gzip';

/** The better of the encodings that `Accept-Encoding` allows (RFC 9110, section 12.5.3). */
function chooseEncoding(accepted: string): Encoding | undefined {
  const weights = new Map(
    accepted.split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return [name, quality === undefined ? 1 : Number(quality)] as const;
    }),
  );
  return (['br', 'gzip'] as const).find((name) => (weights.get(name) ?? weights.get('*') ?? 0) > 0);
}

async function compress(file: FoundFile, encoding: Encoding): Promise<Buffer> {
  const name = `${encoding} ${file.path} ${file.tag}`;
  const known = compressedFiles.get(name);
  if (known) return known;
  const content = await readFile(file.path);
  // The levels that hosts use on the fly.
  const compressed =
    encoding === 'br'
      ? await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : await promisify(gzip)(content, { level: 6 });
  const oldest = compressedFiles.keys().next();
  if (compressedFiles.size >= keptFiles && !oldest.done) compressedFiles.delete(oldest.value);
  compressedFiles.set(name, compressed);
  return compressed;
}

/** One range of bytes, both ends included; `'unsatisfiable'`; `undefined` for what a server may ignore (RFC 9110, 14). */
function parseRange(header: string | undefined, size: number): readonly [number, number] | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < start) return undefined;
  return start >= size ? 'unsatisfiable' : [start, end];
}

/** Sends a file with the headers that it is published with; `status` is 200, or 404 for the 404 page. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: FoundFile,
  status: 200 | 404,
): Promise<void> {
  const type = contentTypeOf(file.key);
  const canCompress = compressible.test(type) && file.size >= smallestWorthIt && file.size <= largestInMemory;
  const range = status === 200 ? parseRange(request.headers.range, file.size) : undefined;
  const encoding = canCompress && !range ? chooseEncoding(String(request.headers['accept-encoding'] ?? '')) : undefined;
  const tag = `W/"${file.tag}${encoding ? `-${encoding}` : ''}"`;
  response.setHeader('Content-Type', type);
  response.setHeader('Cache-Control', cachePolicyOf(file.key));
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('ETag', tag);
  if (canCompress) response.setHeader('Vary', 'Accept-Encoding');
  if (status === 200 && request.headers['if-none-match']?.split(/\s*,\s*/).includes(tag)) {
    response.writeHead(304).end();
    return;
  }
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${file.size}` }).end();
    return;
  }
  if (encoding) {
    const content = await compress(file, encoding);
    response.writeHead(status, { 'Content-Encoding': encoding, 'Content-Length': content.length });
    response.end(request.method === 'HEAD' ? undefined : content);
    return;
  }
  await sendPlain(request, response, file, status, range);
}

async function sendPlain(
  request: IncomingMessage,
  response: ServerResponse,
  file: FoundFile,
  status: 200 | 404,
  range: readonly [number, number] | undefined,
): Promise<void> {
  const [start, end] = range ?? [0, file.size - 1];
  response.writeHead(range ? 206 : status, {
    'Content-Length': end - start + 1,
    ...(range && { 'Content-Range': `bytes ${start}-${end}/${file.size}` }),
  });
  if (request.method === 'HEAD' || file.size === 0) {
    response.end();
    return;
  }
  await pipeline(createReadStream(file.path, { start, end }), response);
}
