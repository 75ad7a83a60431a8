import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';

/** What a published catalog holds: entities by ref with `repository/path:line`, and who refers to whom. */
export interface PublishedContent {
  readonly repositories: readonly { readonly slug: string; readonly webUrl?: string; readonly branch?: string }[];
  /** `component:default/cart` → `['acme/cart', 'catalog-info.yaml', 1]`. */
  readonly refs: Readonly<Record<string, readonly [repository: string, path: string, line: number]>>;
  readonly relations?: readonly (readonly [from: string, type: string, to: string])[];
  /** Rows in one file; absent: all of them. */
  readonly shard?: number;
}

/** The files below `api/catalog/` that `--against` reads, by name. */
export function publishedFiles({ repositories, refs, relations = [], shard = 1000 }: PublishedContent) {
  const files = new Map<string, unknown>();
  const write = <Row>(name: string, rows: readonly Row[], join: (rows: readonly Row[]) => unknown) => {
    const count = Math.max(1, Math.ceil(rows.length / shard));
    return Array.from({ length: count }, (_, index) => {
      const file = index === 0 ? `${name}.json` : `${name}-${index + 1}.json`;
      files.set(file, join(rows.slice(index * shard, (index + 1) * shard)));
      return file;
    });
  };
  const places = Object.entries(refs).map(
    ([ref, [repository, path, line]]) => [ref, { repository, path, line }] as const,
  );
  const names = {
    refs: write('refs', places, (rows) => Object.fromEntries(rows)),
    relations: write('relations', relations, (rows) => rows),
  };
  files.set('index.json', {
    formatVersion: 1,
    callboardVersion: '1.0.0',
    title: 'Test',
    base: '/',
    repositories,
    files: names,
  });
  return new Map([...files].map(([name, value]) => [name, JSON.stringify(value)]));
}

/** Writes such a portal into a folder. */
export async function writePublishedPortal(folder: string, content: PublishedContent): Promise<void> {
  for (const [name, text] of publishedFiles(content)) {
    const file = join(folder, 'api/catalog', name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** A web server on 127.0.0.1 that answers as it is told. */
export interface TestServer {
  /** Without a trailing slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts a server on a free port. */
export async function startServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<TestServer> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
