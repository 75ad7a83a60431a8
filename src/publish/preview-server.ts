import { realpath } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CallboardError } from '../diagnostics/callboard-error.ts';
import { findAnswer, findFile } from './preview-request.ts';
import { sendFile } from './preview-response.ts';

/** Which build to serve, and where. */
export interface PreviewOptions {
  /** Absolute path of a build's output. */
  readonly folder: string;
  /** Base path that the build was made for, a slash at both ends. */
  readonly base: string;
  /** 0 for any that is free. */
  readonly port?: number;
  /** This machine only, unless given. */
  readonly host?: string;
}

/** A preview that is running. */
export interface Preview {
  /** Address of the portal's home, base path included. */
  readonly url: string;
  /** Ends it; connections are closed. */
  stop(): Promise<void>;
}

async function respond(root: string, base: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const answer = await findAnswer(root, base, request.url ?? '/');
  if (answer.what === 'redirect') {
    response.writeHead(301, { Location: answer.location, 'Content-Length': 0 }).end();
    return;
  }
  if (answer.what === 'file') return sendFile(request, response, answer.file, 200);
  const notFound = await findFile(root, '404.html');
  if (notFound) return sendFile(request, response, notFound, 404);
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'something else listens there' : error.message;
      const hint = 'Choose another address with `--port` or `--host`.';
      reject(
        new CallboardError('publish/preview-failed', `Cannot serve at ${host}:${port}: ${reason}.`, hint, {
          cause: error,
        }),
      );
    });
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

/** Serves a build as a static host would: base path, 404 page, types, cache policies, compression, ranges. */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { folder, base, port = 0, host = '127.0.0.1' } = options;
  const root = await realpath(folder).catch(() => undefined);
  if (root === undefined || !(await findFile(root, 'index.html'))) {
    throw new CallboardError(
      'publish/no-build',
      `There is no build in ${join(folder, '')}.`,
      'Run `callboard build` first.',
    );
  }
  const server = createServer((request, response) => {
    respond(root, base, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end('The file cannot be read.\n');
    });
  });
  const address = await listen(server, port, host);
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}${base}`,
    stop: async () => {
      server.closeAllConnections();
      await server[Symbol.asyncDispose]();
    },
  };
}
