import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../config/load-config.ts';
import { build } from '../../pipeline/build.ts';
import { type Preview, startPreview } from '../../publish/preview-server.ts';
import { createGitRepository, type Files } from '../git-repository.ts';

/** What a request is answered with in place of the portal's file: text with status 200, a status alone, a dropped connection, or nothing. */
export type Disturbance = { readonly text: string } | { readonly status: number } | 'drop' | 'hang';

/** A portal that changes, goes away and comes back, beside another one on the same origin. */
export interface OfflinePortal {
  /** Without a slash at its end; each portal lies below its name. */
  readonly origin: string;
  /** Requests for files of the portals since the last look, by path. */
  readonly takeRequests: () => readonly string[];
  /** What happens to requests from now on; `undefined`: nothing. */
  readonly disturb: (choose: (path: string) => Disturbance | undefined) => void;
  /** Publishes the portal below `/p/` anew after a commit, or with other settings of `portal`. */
  readonly publish: (files: Files, settings?: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Really stops listening, and drops every connection. */
  readonly goAway: () => Promise<void>;
  /** Listens again at the same address. */
  readonly comeBack: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const entities = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: guide, title: The guide, annotations: { backstage.io/techdocs-ref: 'dir:.' } }
spec: { type: service, lifecycle: production, owner: writers, system: library }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: other, annotations: { backstage.io/techdocs-entity: 'component:default/guide' } }
spec: { type: service, lifecycle: production, owner: readers }
---
apiVersion: backstage.io/v1alpha1
kind: System
metadata: { name: library }
spec: { owner: writers }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: writers }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: readers }
spec: { type: team, children: [] }
`;

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10" fill="#080"/></svg>';

/** Pages whose names have what addresses are made of. */
export const hostileNames = [
  'a b',
  '50%2e',
  'Überblick №1',
  'sharp #1',
  'x..%2f..%2fetc',
  'what?',
  "it's & <b>",
] as const;

/** The first version of the docs. */
const firstDocs: Files = {
  'catalog-info.yaml': entities,
  'mkdocs.yml': 'site_name: Guide\nplugins: [techdocs-core]\n',
  'docs/index.md': '# Guide\n\nThe walrus sleeps.\n\n![A green field](pictures/field.svg)\n\n[Second](second.md)\n',
  'docs/second.md': '# Second\n\nThe platypus swims.\n\n## How it dives\n\nDeep.\n',
  'docs/third.md': '# Third\n\nNothing here changes.\n',
  'docs/pictures/field.svg': picture,
  ...Object.fromEntries(hostileNames.map((name) => [`docs/${name}.md`, `# Page ${name.length}\n\nHostile.\n`])),
};

/** Builds portals of the same repositories, `p` first, and serves them on one origin. */
export async function startOfflinePortal(names: readonly string[] = ['p']): Promise<OfflinePortal> {
  const folder = await mkdtemp(join(tmpdir(), 'callboard-offline-'));
  const repository = await createGitRepository(firstDocs, { folder: join(folder, 'clones', 'guide') });
  const make = async (name: string, settings: Readonly<Record<string, unknown>> = {}) => {
    const file = join(folder, `${name}.yaml`);
    const portal = { title: `Portal ${name}`, base: `/${name}/`, ...settings };
    const sources = [{ type: 'local', name: 'acme', path: 'clones', allow: ['Group'] }];
    await writeFile(file, JSON.stringify({ portal, sources, output: name }));
    const { output } = await build({ config: await loadConfig(file, {}) });
    return startPreview({ folder: output, base: portal.base });
  };
  const previews = new Map<string, Preview>();
  for (const name of names) previews.set(`/${name}/`, await make(name));
  let choose: (path: string) => Disturbance | undefined = () => undefined;
  let requests: string[] = [];
  const answer = (asked: IncomingMessage, response: ServerResponse): void => {
    const path = asked.url ?? '/';
    requests.push(path);
    const disturbance = choose(path);
    if (disturbance === 'drop') asked.socket.destroy();
    else if (disturbance === 'hang') asked.socket.setTimeout(20_000);
    else if (disturbance) respond(response, disturbance);
    else forward(previews.get(path.slice(0, 3))?.url, asked, response);
  };
  const server = createServer(answer);
  const port = await listen(server, 0);
  const goAway = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    origin: `http://127.0.0.1:${port}`,
    takeRequests: () => requests.splice(0),
    disturb: (chosen) => {
      choose = chosen;
    },
    publish: async (files, settings) => {
      if (Object.keys(files).length > 0) await repository.commit(files);
      await previews.get('/p/')?.stop();
      previews.set('/p/', await make('p', settings));
      requests = [];
    },
    goAway,
    comeBack: async () => {
      await listen(server, port);
    },
    stop: async () => {
      if (server.listening) await goAway();
      await Promise.all([...previews.values()].map((preview) => preview.stop()));
      await rm(folder, { recursive: true });
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function respond(response: ServerResponse, disturbance: Exclude<Disturbance, string>): void {
  const isText = 'text' in disturbance;
  response.writeHead(isText ? 200 : disturbance.status, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(isText ? disturbance.text : '<!doctype html><title>Trouble</title><h1>Trouble</h1>');
}

function forward(preview: string | undefined, asked: IncomingMessage, response: ServerResponse): void {
  const { port } = new URL(preview ?? 'http://127.0.0.1:1/');
  const forwarded = request(
    { host: '127.0.0.1', port, path: asked.url, method: asked.method, headers: asked.headers },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  forwarded.on('error', () => response.destroy());
  asked.pipe(forwarded);
}
