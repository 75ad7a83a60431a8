import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../config/load-config.ts';
import { type BuildResult, build } from '../../pipeline/build.ts';
import { contentTypeOf } from '../../publish/content-type.ts';
import { createGitRepository, type Files } from '../git-repository.ts';

/**
 * How pages are served. `published`: as they are, without their policy. `raw`: with unsanitised HTML in front and without policy.
 * `guarded`: with unsanitised HTML in front, and their policy.
 */
export type Serving = 'published' | 'raw' | 'guarded';

/** A portal whose docs are hostile. */
export interface HostilePortal {
  readonly result: BuildResult;
  readonly output: string;
  /** Starts a server on a free port of this machine; the caller stops it. */
  readonly serve: (serving: Serving) => Promise<{ readonly url: string; readonly stop: () => Promise<void> }>;
  readonly remove: () => Promise<void>;
}

/** Builds repositories' portal. `rawPages` is what stands in docs before it is sanitised, by repository and path. */
export async function buildHostilePortal(
  repositories: Readonly<Record<string, Files>>,
  rawPages: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(),
): Promise<HostilePortal> {
  const folder = await mkdtemp(join(tmpdir(), 'callboard-hostile-'));
  for (const [name, files] of Object.entries(repositories)) {
    await createGitRepository(files, { folder: join(folder, 'repositories', name) });
  }
  const file = join(folder, 'callboard.yaml');
  await writeFile(file, 'portal: { title: Hostile }\nsources: [{ type: local, name: all, path: repositories }]\n');
  const result = await build({ config: await loadConfig(file, {}) });
  const output = result.output;
  return {
    result,
    output,
    serve: (serving) => serve(output, rawPages, serving),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Addresses of a built portal's docs: pages, and drawings as documents of their own. */
export async function pathsOf(output: string): Promise<readonly string[]> {
  const files = await readdir(join(output, 'docs'), { recursive: true });
  const shown = files.filter((path) => /(?:index\.html|\.svg)$/.test(path));
  return shown.map(
    (path) =>
      `/docs/${path
        .replace(/index\.html$/, '')
        .split('/')
        .map(encodeURIComponent)
        .join('/')}`,
  );
}

async function serve(
  output: string,
  rawPages: ReadonlyMap<string, ReadonlyMap<string, string>>,
  serving: Serving,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const file = join(output, path, path.endsWith('/') ? 'index.html' : '');
    const isFile = file.startsWith(output) && (await stat(file).catch(() => undefined))?.isFile();
    if (!isFile) return response.writeHead(404).end();
    response.setHeader('Content-Type', contentTypeOf(file));
    if (!file.endsWith('.html')) return response.end(await readFile(file));
    const page = await readFile(file, 'utf8');
    const [, name = '', inside = ''] = /^\/docs\/default\/component\/([^/]+)\/(.*)$/.exec(path) ?? [];
    return response.end(change(page, serving, rawPages.get(name)?.get(inside)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}

function change(page: string, serving: Serving, raw: string | undefined): string {
  const policy = /<meta http-equiv="content-security-policy"[^>]*>/i;
  if (!policy.test(page)) throw new Error(`A page has no policy: ${page.slice(0, 300)}`);
  const free = serving === 'guarded' ? page : page.replace(policy, '');
  if (serving === 'published' || raw === undefined) return free;
  return free.replace(/<div class="cb-prose"[^>]*>/, (prose) => `${prose}${raw}`);
}
