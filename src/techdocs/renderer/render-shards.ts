import type { TechdocsConfig } from '../../config/config.ts';
import type { DocsBlobs } from '../docs-blobs.ts';
import { isPage } from '../layout/docs-source.ts';
import type { DocsSitePlan } from '../plan/plan-docs-sites.ts';
import { toMkdocsNav } from '../sites/site-nav.ts';
import type { RenderJob, RenderMessage } from './render-job.ts';
import type { WorkerPool } from './worker-pool.ts';

/** What rendering needs besides a site's plan. */
export interface RenderOptions {
  readonly pool: WorkerPool;
  readonly blobs: DocsBlobs;
  readonly config: TechdocsConfig;
  /** How many workers one large site may have. */
  readonly concurrency: number;
}

/** What a renderer says of a site: its navigation, and one message for every page that is not excluded. */
export type SiteMessage = RenderMessage & { readonly type: 'nav' | 'page' | 'failed' };

/** A page on which its worker died is not tried again; after this many of them a shard is given up. */
const mostDeaths = 5;
const pagesPerShard = 40;

/**
 * Renders all pages of a site, a large one in several workers at once. A worker that dies costs the page that it was on.
 * Gives the reason when the site as a whole cannot be rendered.
 */
export async function renderShards(
  plan: DocsSitePlan,
  options: RenderOptions,
  onMessage: (message: SiteMessage) => void,
): Promise<string | undefined> {
  const pages = plan.layout.files.filter(({ uri }) => isPage(uri)).map(({ uri }) => uri);
  const failures = await Promise.all(
    shards(pages, options.concurrency).map((shard) => renderShard(shard, plan, options, onMessage)),
  );
  return failures.find((failure) => failure !== undefined);
}

function shards(pages: readonly string[], concurrency: number): readonly (readonly string[])[] {
  const count = Math.max(1, Math.min(concurrency, Math.ceil(pages.length / pagesPerShard)));
  // Dealt like cards, since long pages tend to be neighbours.
  return Array.from({ length: count }, (_, shard) => pages.filter((_uri, index) => index % count === shard));
}

async function renderShard(
  pages: readonly string[],
  plan: DocsSitePlan,
  options: RenderOptions,
  onMessage: (message: SiteMessage) => void,
): Promise<string | undefined> {
  const left = new Set(pages);
  for (let deaths = 0; ; deaths += 1) {
    let current: string | undefined;
    let complaint: string | undefined;
    const end = await options.pool.run(makeJob([...left], plan, options), (message) => {
      if (message.type === 'start') current = message.uri;
      else if (message.type === 'error') complaint = message.detail;
      else {
        if (message.type !== 'nav') left.delete(message.uri);
        onMessage(message);
      }
    });
    if (end.ok) return undefined;
    const reason = complaint ?? end.detail;
    if (current === undefined || !left.delete(current) || deaths >= mostDeaths) return reason;
    onMessage({ type: 'failed', uri: current, reason: 'failed', detail: `the renderer died on it (${reason})` });
  }
}

function makeJob(render: readonly string[], plan: DocsSitePlan, options: RenderOptions): RenderJob {
  const { layout, repository } = plan;
  const { pathOf } = options.blobs;
  const files = layout.files.flatMap(({ uri, path }) => {
    const file = repository.files.get(path);
    if (!file) return [];
    return [file.text === undefined ? { uri, file: pathOf(file.oid) } : { uri, text: file.text }];
  });
  const snippets = layout.snippetFiles.flatMap((path) => {
    const file = repository.files.get(path);
    return file && file.text === undefined ? [[path, pathOf(file.oid)] as const] : [];
  });
  const { secondsPerSite: seconds, megabytesPerSite: megabytes } = options.config;
  return {
    site: {
      name: layout.siteName ?? plan.entityTitle,
      nav: layout.nav ? toMkdocsNav(layout.nav) : null,
      excludeDocs: layout.excludeDocs ?? null,
      notInNav: layout.notInNav ?? null,
      extensions: rendererExtensions(layout.extensions),
    },
    files,
    snippets: { files: Object.fromEntries(snippets), bases: layout.snippetBases },
    render,
    limits: { seconds, megabytes, pageSeconds: Math.min(20, Math.max(1, seconds / 3)) },
  };
}

/** Where snippets lie is the job's own matter. */
function rendererExtensions(extensions: RenderJob['site']['extensions']): RenderJob['site']['extensions'] {
  const { 'pymdownx.snippets': snippets, ...others } = extensions;
  const { base_path: _, ...rest } = snippets ?? {};
  return Object.keys(rest).length > 0 ? { ...others, 'pymdownx.snippets': rest } : others;
}
