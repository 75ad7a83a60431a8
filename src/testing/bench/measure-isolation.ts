import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DocsRepositories, type DocsRun, docsSites, runDocs } from './measure-docs.ts';

type Files = Readonly<Record<string, string>>;

/** Docs that cost as much as they can, each in a repository of its own. */
const hostile: Readonly<Record<string, () => Files>> = {
  '20,000 pages': () =>
    Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [
        `docs/part-${index % 200}/p${index}.md`,
        `# Page ${index}\n\nText.\n`,
      ]),
    ),
  'a bomb of processor time': () => ({ 'docs/index.md': `${'a *b* `c` [d](e) '.repeat(60_000)}\n` }),
  'a bomb of memory': () => ({
    'docs/index.md': '--8<-- "docs/b0.txt"\n',
    ...Object.fromEntries(
      Array.from({ length: 40 }, (_, level) => [`docs/b${level}.txt`, `--8<-- "docs/b${level + 1}.txt"\n`.repeat(2)]),
    ),
  }),
};

/** How much later the others are done when hostile docs are among them. Gives a Markdown table. */
export async function measureIsolation(sites: number): Promise<string> {
  const healthy = docsSites(sites);
  const alone = await runAlone(healthy);
  const rows = [`| without | ${lastOf(alone, healthy).toFixed(1)} | 1.00 | ${describe(alone)} |`];
  for (const [what, make] of Object.entries(hostile)) {
    console.error(`bench: docs beside ${what}`);
    const run = await runAlone({ hostile: make(), ...healthy });
    const ratio = lastOf(run, healthy) / lastOf(alone, healthy);
    rows.push(`| ${what} | ${lastOf(run, healthy).toFixed(1)} | ${ratio.toFixed(2)} | ${describe(run)} |`);
  }
  const head = [
    `| beside ${sites} sites of 10 pages | they are done after, s | times | whole stage |`,
    '| --- | ---: | ---: | --- |',
  ];
  return [...head, ...rows].join('\n');
}

async function runAlone(repositories: DocsRepositories): Promise<DocsRun> {
  const folder = await mkdtemp(join(tmpdir(), 'callboard-bench-'));
  try {
    return await runDocs(repositories, join(folder, 'state'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function lastOf({ finished }: DocsRun, healthy: DocsRepositories): number {
  return Math.max(...Object.keys(healthy).map((name) => finished[name] ?? Number.POSITIVE_INFINITY));
}

function describe({ seconds, pages, peakMemory, problems }: DocsRun): string {
  const said = Object.entries(problems).map(([code, count]) => `${count} ${code}`);
  return [`${seconds.toFixed(0)} s`, `${pages} pages`, `${(peakMemory / 1e6).toFixed(0)} MB`, ...said].join(', ');
}
