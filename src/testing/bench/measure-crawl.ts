import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crawlOnce, filesUnder } from '../crawl-once.ts';
import { type GithubEmulator, startGithubEmulator } from '../github-emulator/github-emulator.ts';
import { githubSourceAt } from '../github-emulator/github-source.ts';

/** What one crawl of an organisation on an emulated GitHub took. */
interface CrawlMeasurement {
  readonly repositories: number;
  readonly what: 'first' | 'nothing changed' | 'one changed';
  readonly seconds: number;
  readonly apiRequests: number;
  readonly gitRequests: number;
}

const catalogPaths = [
  'catalog-info.{yaml,yml}',
  '.backstage/catalog-info.{yaml,yml}',
  '.catalog/catalog-info.{yaml,yml}',
];

/**
 * Crawls an organisation three times: first with nothing known, then unchanged, then with one push. The host runs in the same
 * process, so that its own work is in the figures.
 */
async function measureCrawl(repositories: number): Promise<readonly CrawlMeasurement[]> {
  const state = await mkdtemp(join(tmpdir(), 'callboard-bench-'));
  const host = await startGithubEmulator();
  try {
    for (let index = 0; index < repositories; index += 1) {
      host.model.create('acme', `r${index}`, { files: repositoryFiles(index) });
    }
    const first = await measure(host, state, 'first');
    const unchanged = await measure(host, state, 'nothing changed');
    const pushed = host.model.find('acme', 'r0');
    if (pushed) host.model.push(pushed, { 'catalog-info.yaml': describeComponent('pushed') });
    return [first, unchanged, await measure(host, state, 'one changed')];
  } finally {
    await host.close();
    await rm(state, { recursive: true, force: true });
  }
}

/** Crawls organisations of these sizes, one after the other. Gives back a Markdown table. */
export async function measureCrawls(sizes: readonly number[]): Promise<string> {
  const measurements: CrawlMeasurement[] = [];
  for (const size of sizes) {
    console.error(`bench: a crawl of ${size} repositories`);
    measurements.push(...(await measureCrawl(size)));
  }
  return describeCrawls(measurements);
}

function describeCrawls(measurements: readonly CrawlMeasurement[]): string {
  const rows = measurements.map(({ repositories, what, seconds, apiRequests, gitRequests }) =>
    [repositories.toLocaleString('en'), what, seconds.toFixed(1), apiRequests, gitRequests].join(' | '),
  );
  const head = [
    'repositories | crawl | seconds | requests to the API | requests by Git',
    '---: | --- | ---: | ---: | ---:',
  ];
  return [...head, ...rows].map((row) => `| ${row} |`).join('\n');
}

async function measure(host: GithubEmulator, state: string, what: CrawlMeasurement['what']): Promise<CrawlMeasurement> {
  const [api, git] = [host.count('graphql') + host.count('rest'), host.count('git')];
  const startedAt = performance.now();
  const source = githubSourceAt(host, { catalogPaths });
  const { snapshot } = await crawlOnce([source], state, { selectors: [filesUnder('docs/', 'blob')] });
  return {
    repositories: snapshot.repositories.length,
    what,
    seconds: (performance.now() - startedAt) / 1000,
    apiRequests: host.count('graphql') + host.count('rest') - api,
    gitRequests: host.count('git') - git,
  };
}

function repositoryFiles(index: number): Record<string, string> {
  const pages = Array.from({ length: 10 }, (_, page) => [
    `docs/page-${page}.md`,
    `# Page ${page} of ${index}\n`.repeat(40),
  ]);
  return { 'catalog-info.yaml': describeComponent(`r${index}`), ...Object.fromEntries(pages) };
}

function describeComponent(name: string): string {
  return `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\nspec:\n  type: service\n  lifecycle: production\n  owner: team\n`;
}
