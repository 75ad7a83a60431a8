import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createGunzip } from 'node:zlib';

/** A Git server on 127.0.0.1: the real `git http-backend` behind a small CGI host. */
export interface GitHttpServer {
  /** `http://127.0.0.1:<port>`, without a trailing slash. */
  readonly url: string;
  /** Every request so far, as `METHOD /path?query`. */
  readonly requests: string[];
  /** Every `Authorization` header received, in order; `undefined` for a request without one. */
  readonly authorizations: (string | undefined)[];
  /** What each answered request took on the wire, in the order in which they ended. */
  readonly exchanges: Exchange[];
  readonly close: () => Promise<void>;
}

/** Bytes of one request and its answer on the wire, heads included. */
export interface Exchange {
  readonly path: string;
  readonly received: number;
  readonly sent: number;
}

/** What a {@link GitHttpServer} serves and asks for. */
export interface GitHttpServerOptions {
  /** Folder whose bare repositories are served: `<root>/owner/name.git` at `/owner/name.git`. */
  readonly root: string;
  /** When given, requests need it as the password of HTTP Basic authentication. */
  readonly token?: string;
  /** Whether partial clones are served, as large hosts do. By default they are. */
  readonly filters?: boolean;
  /** Answers a request itself by giving back `true`; for everything that is not Git. */
  readonly before?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Every request waits this many milliseconds first, as if the host were far away. */
  readonly latency?: number;
}

/** Starts the server on a free port. */
export async function startGitHttpServer(options: GitHttpServerOptions): Promise<GitHttpServer> {
  const requests: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const exchanges: Exchange[] = [];
  const counted = new WeakMap<Socket, { read: number; written: number }>();
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (options.before?.(request, response)) return;
    if (options.token !== undefined && passwordOf(request) !== options.token) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="test"' }).end();
    } else runBackend(options, request, response);
  };
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    authorizations.push(request.headers.authorization);
    const { socket, url: path = '/' } = request;
    response.once('close', () => {
      const before = counted.get(socket) ?? { read: 0, written: 0 };
      const now = { read: socket.bytesRead, written: socket.bytesWritten };
      counted.set(socket, now);
      exchanges.push({ path, received: now.read - before.read, sent: now.written - before.written });
    });
    if (options.latency) setTimeout(() => answer(request, response), options.latency);
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    authorizations,
    exchanges,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The password of a request's HTTP Basic authentication, if any. */
export function passwordOf(request: IncomingMessage): string | undefined {
  const encoded = request.headers.authorization?.match(/^Basic (.+)$/)?.[1];
  return encoded ? Buffer.from(encoded, 'base64').toString().split(':').slice(1).join(':') : undefined;
}

function runBackend(options: GitHttpServerOptions, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: options.root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_0: 'uploadpack.allowFilter',
      GIT_CONFIG_VALUE_0: String(options.filters ?? true),
      GIT_CONFIG_KEY_1: 'uploadpack.allowAnySHA1InWant',
      GIT_CONFIG_VALUE_1: 'true',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      REMOTE_ADDR: '127.0.0.1',
    },
  });
  const body = request.headers['content-encoding'] === 'gzip' ? request.pipe(createGunzip()) : request;
  body.pipe(child.stdin).on('error', () => {});
  let head: Buffer | undefined = Buffer.alloc(0);
  child.stdout.on('data', (chunk: Buffer) => {
    if (!head) {
      response.write(chunk);
      return;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    writeHead(response, head.toString('latin1', 0, end));
    response.write(head.subarray(end + 4));
    head = undefined;
  });
  child.on('error', () => response.writeHead(500).end());
  child.on('close', () => response.end());
}

function writeHead(response: ServerResponse, head: string): void {
  const headers = head.split('\r\n').map((line) => line.split(/:\s*/, 2));
  const status = headers.find(([name]) => name?.toLowerCase() === 'status')?.[1];
  for (const [name, value] of headers) if (name && value && name !== 'Status') response.setHeader(name, value);
  response.writeHead(status ? Number.parseInt(status, 10) : 200);
}
