// Runs the docs stage over repositories that a JSON file holds as files by path, and prints as JSON what it took.
// Arguments: the file, the state folder, the rendering settings as JSON.
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buildDocs } from '../../techdocs/build-docs.ts';
import { docsConfig, documented, makeContext, makeDocsFixture } from '../../techdocs/testing/docs-fixture.ts';
import { processorSeconds } from './processor-seconds.ts';

const [file = '', state = '', settings = '{}'] = process.argv.slice(2);
const repositories = JSON.parse(await readFile(file, 'utf8')) as Record<string, Record<string, string>>;
const named = Object.entries(repositories).map(([name, files]) => {
  const descriptor = documented.replace('name: orders', `name: ${name}`);
  return [`o/${name}`, { 'catalog-info.yaml': descriptor, ...files }] as const;
});
const { catalog, repositories: read, blobs, remove } = await makeDocsFixture(Object.fromEntries(named));
const input = { catalog, snapshot: { repositories: read, blobs }, config: { ...docsConfig, ...JSON.parse(settings) } };
const before = await processorSeconds(process.pid);
const started = { at: performance.now(), date: Date.now() };
const { value, diagnostics } = await buildDocs(input, makeContext(state));
const seconds = (performance.now() - started.at) / 1000;
const processor = (await processorSeconds(process.pid)) - before;
// A site's entry of the cache takes its place when it is complete.
const finished = value.sites.map(async ({ repository, pages }) => {
  const entry = await stat(dirname(dirname(pages[0]?.htmlFile ?? '')));
  return [repository.slice(2), (entry.ctimeMs - started.date) / 1000] as const;
});
const byName = Object.fromEntries(await Promise.all(finished));
const codes = Object.entries(Object.groupBy(diagnostics, ({ code }) => code)).map(([code, all]) => [code, all.length]);
await remove();
console.log(
  JSON.stringify({
    sites: value.sites.length,
    pages: value.sites.reduce((sum, site) => sum + site.pages.length, 0),
    seconds,
    processor,
    peakMemory: process.resourceUsage().maxRSS * 1024,
    finished: byName,
    problems: Object.fromEntries(codes),
  }),
);
