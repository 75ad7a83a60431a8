import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../config/load-config.ts';
import { type BuildResult, build } from '../../pipeline/build.ts';
import { type Preview, startPreview } from '../../publish/preview-server.ts';
import { makeDemoRepositories } from '../demo/make-demo-repositories.ts';

/** The demo's portal, built and served for one test file. */
export interface DemoPortal {
  readonly result: BuildResult;
  /** Absolute path of the built portal. */
  readonly output: string;
  readonly preview: Preview;
  readonly stop: () => Promise<void>;
}

/** The kinds that the demo's organisation declares. */
const modelFolder = join(import.meta.dirname, '../../../content/model');

/** Makes the demo's Git repositories, builds their portal below `base`, and serves it on a free port. */
export async function startDemoPortal(base = '/'): Promise<DemoPortal> {
  const folder = await mkdtemp(join(tmpdir(), 'callboard-demo-'));
  await makeDemoRepositories({ target: join(folder, 'demo') });
  await cp(modelFolder, join(folder, 'content/model'), { recursive: true });
  const file = join(folder, 'callboard.yaml');
  await writeFile(
    file,
    `portal: { title: Northwind, base: ${base} }\nsources: [{ type: local, name: northwind, path: demo, webUrl: 'https://github.com/northwind-demo/{name}', allow: [Group, User] }]\n`,
  );
  const result = await build({ config: await loadConfig(file, {}) });
  const preview = await startPreview({ folder: result.output, base });
  const stop = async () => {
    await preview.stop();
    await rm(folder, { recursive: true });
  };
  return { result, output: result.output, preview, stop };
}
