import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execaNode } from 'execa';
import pLimit from 'p-limit';
import { createGitRepository } from '../git-repository.ts';
import { describeMeasurements } from './describe-measurements.ts';
import { type OrganisationSize, syntheticOrganisation } from './synthetic-organisation.ts';

/** What one build of a synthetic organisation took. */
export interface BuildMeasurement {
  readonly size: OrganisationSize;
  readonly entities: number;
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
  /** Wall seconds of the whole command. */
  readonly seconds: number;
  /** Highest resident memory of the Node process, in bytes. */
  readonly peakMemory: number;
  readonly stages: readonly { readonly stage: string; readonly seconds: number; readonly peakMemory: number }[];
}

const cli = join(import.meta.dirname, '../../cli/main.ts');

/** Builds a tenth, three tenths and the whole of an organisation; a Markdown table of what each took. */
export async function measureBuilds({ repositories, entities, docs, seed }: OrganisationSize): Promise<string> {
  const builds: BuildMeasurement[] = [];
  for (const share of [0.1, 0.3, 1]) {
    const [some = 0, most = 0, few = 0] = [repositories, entities, docs].map((whole) => Math.round(whole * share));
    console.error(`bench: ${most} entities of ${some} repositories, ${few} docs sites`);
    builds.push(await measureBuild({ repositories: some, entities: most, docs: few, seed }));
  }
  return describeMeasurements(builds);
}

/** Makes the organisation as Git repositories, builds its portal in a process of its own, and measures that. */
async function measureBuild(size: OrganisationSize): Promise<BuildMeasurement> {
  const folder = await mkdtemp(join(tmpdir(), 'callboard-bench-'));
  try {
    await writeOrganisation(folder, size);
    const startedAt = performance.now();
    const { stdout } = await execaNode(cli, ['build', '--json'], { cwd: folder, reject: false });
    const seconds = (performance.now() - startedAt) / 1000;
    const result = JSON.parse(stdout) as Omit<BuildMeasurement, 'size' | 'seconds' | 'files' | 'bytes' | 'peakMemory'>;
    const manifest = await readManifest(join(folder, 'dist'));
    return { ...result, ...manifest, size, seconds, peakMemory: Math.max(...result.stages.map((it) => it.peakMemory)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Makes the organisation as bare Git repositories below `folder`, with the configuration of its portal. */
export async function writeOrganisation(folder: string, size: OrganisationSize): Promise<void> {
  const limit = pLimit(4);
  await mkdir(join(folder, 'repositories'));
  await Promise.all(
    [...syntheticOrganisation(size)].map(([name, files]) =>
      limit(() => createGitRepository(files, { folder: join(folder, 'repositories', name), bare: true })),
    ),
  );
  await writeFile(
    join(folder, 'callboard.yaml'),
    'portal: { title: Synthetic }\nsources: [{ type: local, path: repositories, allow: [Group, User] }]\n',
  );
}

async function readManifest(output: string): Promise<{ readonly files: number; readonly bytes: number }> {
  const { readOutputManifest } = await import('../../publish/read-manifest.ts');
  const { entries } = await readOutputManifest(output);
  return { files: entries.length, bytes: entries.reduce((sum, entry) => sum + entry.size, 0) };
}
