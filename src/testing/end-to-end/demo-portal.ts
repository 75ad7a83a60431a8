import { createHash } from 'node:crypto';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig } from '../../config/load-config.ts';
import { type BuildResult, build } from '../../pipeline/build.ts';
import { type Preview, startPreview } from '../../publish/preview-server.ts';
import { makeDemoRepositories } from '../demo/make-demo-repositories.ts';
import { rememberEarlierBuilds } from '../demo/remember-earlier-builds.ts';
import { makeOnce } from '../make-once.ts';

/** The demo's portal, served for one test file. */
export interface DemoPortal {
  readonly result: BuildResult;
  /** Absolute path of the built portal, which other test files read too: leave it as it is. */
  readonly output: string;
  readonly preview: Preview;
  readonly stop: () => Promise<void>;
}

/** What the owner tells: one notice between the years, and one at all times. */
const announcements = [
  {
    title: 'No releases between the years',
    text: 'Only **fixes** go out.',
    from: '2026-12-18',
    until: '2027-01-04',
    url: 'docs/default/component/engineering-handbook/',
  },
  { title: 'Tell us what you miss' },
];

/** The kinds that the demo's organisation declares. */
const modelFolder = join(import.meta.dirname, '../../../content/model');

/**
 * Serves the demo's portal below `base` on a free port. `more` are further settings of `portal`. It is built once in a run
 * of the tests for each base and settings.
 */
export async function startDemoPortal(base = '/', more: Readonly<Record<string, unknown>> = {}): Promise<DemoPortal> {
  const settings = JSON.stringify({ title: 'Northwind', base, announcements, ...more });
  const name = `demo-${createHash('sha256').update(settings).digest('hex').slice(0, 12)}`;
  const { value: result } = await makeOnce(name, (folder) => buildDemo(folder, settings));
  const preview = await startPreview({ folder: result.output, base });
  return { result, output: result.output, preview, stop: () => preview.stop() };
}

async function buildDemo(folder: string, settings: string): Promise<BuildResult> {
  await makeDemoRepositories({ target: join(folder, 'demo') });
  await cp(modelFolder, join(folder, 'content/model'), { recursive: true });
  const file = join(folder, 'callboard.yaml');
  await writeFile(
    file,
    `portal: ${settings}\nsources: [{ type: local, name: northwind, path: demo, webUrl: 'https://github.com/northwind-demo/{name}', allow: [Group, User] }]\n`,
  );
  const config = await loadConfig(file, {});
  await rememberEarlierBuilds(config, 'northwind');
  return await build({ config });
}
