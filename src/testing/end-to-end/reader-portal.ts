import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../config/load-config.ts';
import { type BuildResult, build } from '../../pipeline/build.ts';
import { type Preview, startPreview } from '../../publish/preview-server.ts';
import { createGitRepository } from '../git-repository.ts';

/** Docs to be read in a browser, built and served: those of Callboard, with the page of everything, and a large handbook. */
export interface ReaderPortal {
  readonly result: BuildResult;
  /** Absolute path of the built portal. */
  readonly output: string;
  readonly preview: Preview;
  readonly stop: () => Promise<void>;
}

const content = join(import.meta.dirname, '../../../content');
const team =
  'apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: { name: writers }\nspec: { type: team, children: [] }\n';

function component(name: string): string {
  const metadata = `{ name: ${name}, annotations: { backstage.io/techdocs-ref: 'dir:.' } }`;
  const spec = '{ type: service, lifecycle: production, owner: writers }';
  return `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: ${metadata}\nspec: ${spec}\n`;
}

/** Makes the repositories, builds their portal below `base`, and serves it on a free port. */
export async function startReaderPortal(base: string): Promise<ReaderPortal> {
  const folder = await mkdtemp(join(tmpdir(), 'callboard-reader-'));
  const make = (name: string, files: Record<string, string>) =>
    createGitRepository(files, { folder: join(folder, 'clones', name) });
  await Promise.all([
    make('callboard', { 'catalog-info.yaml': component('callboard'), ...(await ownDocs()) }),
    make('handbook', { 'catalog-info.yaml': `${component('handbook')}---\n${team}`, ...handbook() }),
  ]);
  const file = join(folder, 'callboard.yaml');
  const sources = [{ type: 'local', name: 'acme', path: 'clones', allow: ['Group'] }];
  await writeFile(file, JSON.stringify({ portal: { title: 'Acme', base }, sources }));
  const result = await build({ config: await loadConfig(file, {}) });
  const preview = await startPreview({ folder: result.output, base });
  const stop = async () => {
    await preview.stop();
    await rm(folder, { recursive: true });
  };
  return { result, output: result.output, preview, stop };
}

/** Callboard's own docs without their pages of problems. */
async function ownDocs(): Promise<Record<string, string>> {
  const names = await readdir(content, { recursive: true });
  const wanted = names.filter((name) => /^(?:mkdocs\.yml|includes\/.*\.md|docs\/[^/]*\.md|docs\/.*\.svg)$/.test(name));
  const texts = await Promise.all(wanted.map((name) => readFile(join(content, name), 'utf8')));
  const files = Object.fromEntries(wanted.map((name, index) => [name, texts[index] as string]));
  return {
    ...files,
    'mkdocs.yml': (files['mkdocs.yml'] ?? '').replace(/ {2}# problems: begin.*# problems: end\n/s, ''),
  };
}

function handbook(): Record<string, string> {
  const pages = Array.from({ length: 220 }, (_, index) => [
    `docs/chapters/page-${String(index).padStart(3, '0')}.md`,
    `# Chapter ${index}\n\n${'A sentence of some length that fills the page. '.repeat(40)}\n`,
  ]);
  const headings = Array.from({ length: 12 }, (_, index) => `## Part ${index}\n\nOf the walrus, and more of it.\n`);
  const deep = `${headings.join('\n')}\n#### How walruses sleep\n\n\`\`\`sh\nwalrus --nap=quokka\n\`\`\`\n`;
  return {
    ...Object.fromEntries(pages),
    'mkdocs.yml': 'site_name: Handbook\nplugins: [techdocs-core]\n',
    'docs/index.md': '# Handbook\n\nAll of it.\n',
    'docs/deep.md': `# Deep\n\n${deep}`,
    'docs/hebrew.md':
      '# מדריך למשתמש\n\nזהו טקסט בעברית עם `code` בתוכו.\n\n- ראשון\n- שני\n\n!!! note "הערה"\n    טקסט.\n\n```sh\nnpm run demo\n```\n\n| א | ב |\n|---|---|\n| ג | ד |\n',
  };
}
