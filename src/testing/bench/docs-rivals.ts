import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import pLimit from 'p-limit';
import { processorSeconds } from './processor-seconds.ts';

/** What rendering some sites took. */
export interface DocsMeasurement {
  readonly what: string;
  readonly sites: number;
  /** Wall seconds. */
  readonly seconds: number;
  /** Processor seconds of every process. */
  readonly processor: number;
}

const packages = ['mkdocs==1.6.1', 'mkdocs-material==9.7.6', 'mkdocs-techdocs-core==1.7.0'];
const techdocsCli = '@techdocs/cli@1.8.15';

/** Other ways of making docs: each site by a process of its own. */
export interface DocsRivals {
  readonly mkdocs: (source: string, output: string) => Promise<unknown>;
  readonly techdocsCli: (source: string, output: string) => Promise<unknown>;
}

/** Installs MkDocs with TechDocs' theme and plugins, and Backstage's `techdocs-cli`, into a folder. */
export async function installRivals(folder: string): Promise<DocsRivals> {
  const bin = join(folder, 'python/bin');
  const cli = join(folder, 'node');
  await mkdir(cli, { recursive: true });
  await execa('python3', ['-m', 'venv', join(folder, 'python')]);
  await execa(join(bin, 'python'), ['-m', 'pip', 'install', '--quiet', ...packages]);
  await execa('npm', ['install', '--prefix', cli, '--no-audit', '--no-fund', '--silent', techdocsCli]);
  const options = { env: { PATH: `${bin}:${process.env['PATH']}` } };
  return {
    mkdocs: (source, output) =>
      execa(join(bin, 'mkdocs'), ['build', '-q', '-f', join(source, 'mkdocs.yml'), '-d', output], options),
    techdocsCli: (source, output) => {
      const flags = ['generate', '--no-docker', '--source-dir', source, '--output-dir', output];
      return execa(join(cli, 'node_modules/.bin/techdocs-cli'), flags, options);
    },
  };
}

/** Makes the sites by one of them, two at a time. */
export async function measureRival(
  what: string,
  sources: readonly string[],
  output: string,
  build: (source: string, output: string) => Promise<unknown>,
): Promise<DocsMeasurement> {
  const before = await processorSeconds(process.pid);
  const startedAt = performance.now();
  await pLimit(2).map(sources, (source, index) => build(source, join(output, String(index))));
  const seconds = (performance.now() - startedAt) / 1000;
  const children = (await processorSeconds(process.pid)) - before;
  return { what, sites: sources.length, seconds, processor: children };
}

/** Writes files by path into a folder. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
