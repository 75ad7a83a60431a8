// Crawls an emulated GitHub once in this process and prints what it took as JSON. Arguments: address of the API, state folder.
import { channel } from 'node:diagnostics_channel';
import { crawlOnce, filesUnder } from '../crawl-once.ts';
import type { GithubEmulator } from '../github-emulator/github-emulator.ts';
import { githubSourceAt } from '../github-emulator/github-source.ts';
import { processorSeconds } from './processor-seconds.ts';

const [apiUrl = '', state = ''] = process.argv.slice(2);
const catalogPaths = [
  'catalog-info.{yaml,yml}',
  '.backstage/catalog-info.{yaml,yml}',
  '.catalog/catalog-info.{yaml,yml}',
];
let processes = 0;
channel('child_process').subscribe(() => {
  processes += 1;
});
const before = await processorSeconds(process.pid);
const startedAt = performance.now();
const source = githubSourceAt({ apiUrl } as GithubEmulator, { catalogPaths });
const selectors = [filesUnder('docs/', 'blob'), filesUnder('mkdocs.yml', 'text')];
const { snapshot, diagnostics, keep } = await crawlOnce([source], state, { selectors });
await keep();
const seconds = (performance.now() - startedAt) / 1000;
globalThis.gc?.();
console.log(
  JSON.stringify({
    repositories: snapshot.repositories.length,
    files: snapshot.repositories.reduce((sum, { files }) => sum + files.size, 0),
    problems: diagnostics.length,
    seconds,
    processor: (await processorSeconds(process.pid)) - before,
    processes,
    peakMemory: process.resourceUsage().maxRSS * 1024,
    heap: process.memoryUsage().heapUsed,
  }),
);
