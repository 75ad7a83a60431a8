import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execaNode } from 'execa';
import { type DocsMeasurement, installRivals, measureRival, writeFiles } from './docs-rivals.ts';
import { syntheticDocs } from './synthetic-docs.ts';

/** Files by path, of each repository by name. */
export type DocsRepositories = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What one run of the docs stage took. */
export interface DocsRun extends Omit<DocsMeasurement, 'what'> {
  readonly pages: number;
  /** Of Node; the workers' own is limited. */
  readonly peakMemory: number;
  /** Seconds after the start at which each site was complete. */
  readonly finished: Readonly<Record<string, number>>;
  /** Numbers of diagnostics by code. */
  readonly problems: Readonly<Record<string, number>>;
}

/** Sites of ten pages each, the same for the same seed. */
export function docsSites(count: number): DocsRepositories {
  let state = 1;
  const pick = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`service-${index}`, syntheticDocs(`service-${index}`, pick)]),
  );
}

/** Runs the docs stage in a process of its own. What `state` holds from before is used. */
export async function runDocs(
  repositories: DocsRepositories,
  state: string,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<DocsRun> {
  const file = `${state}.json`;
  await writeFile(file, JSON.stringify(repositories));
  const script = join(import.meta.dirname, 'run-docs.ts');
  const { stdout } = await execaNode(script, [file, state, JSON.stringify(settings)], { stderr: 'inherit' });
  return JSON.parse(stdout) as DocsRun;
}

/** Makes the docs of so many sites, cold and again, and a sample of them by other tools. Gives a Markdown table. */
export async function measureDocs(sites: number, sample: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'callboard-bench-'));
  try {
    const repositories = docsSites(sites);
    const sources: string[] = [];
    for (const [name, files] of Object.entries(repositories).slice(0, sample)) {
      sources.push(join(folder, 'sources', name));
      await writeFiles(join(folder, 'sources', name), files);
    }
    console.error('bench: installing MkDocs, TechDocs and techdocs-cli');
    const rivals = await installRivals(join(folder, 'rivals'));
    const mkdocs = await measureRival('`mkdocs build` for each', sources, join(folder, 'a'), rivals.mkdocs);
    const state = join(folder, 'state');
    const cold = { what: 'Callboard, cold', ...(await runDocs(repositories, state)) };
    const again = { what: 'Callboard, nothing changed', ...(await runDocs(repositories, state)) };
    const generate = '`techdocs-cli generate --no-docker` for each';
    const cli = await measureRival(generate, sources, join(folder, 'b'), rivals.techdocsCli);
    return describeDocs([cold, again, mkdocs, cli]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function describeDocs(measurements: readonly DocsMeasurement[]): string {
  const [own] = measurements;
  const rows = measurements.map((it) => {
    const [wall, processor] = [it.seconds / it.sites, it.processor / it.sites];
    const ratio = own ? [(wall * own.sites) / own.seconds, (processor * own.sites) / own.processor] : [];
    return [
      it.what,
      it.sites,
      (wall * 1000).toFixed(0),
      (processor * 1000).toFixed(0),
      ...ratio.map((r) => r.toFixed(1)),
    ];
  });
  const head = ['', 'sites', 'ms a site', 'processor ms a site', 'times', 'times the processor'];
  return [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
