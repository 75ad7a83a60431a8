import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadConfig } from '../../config/load-config.ts';
import { createGitRepository, type Files, submodule, symlink } from '../../testing/git-repository.ts';
import { build } from '../build.ts';

const entity = (kind: string, name: string, spec: string, more = '') =>
  `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata: { name: ${name}${more} }\nspec: { ${spec} }\n`;
const component = (name: string, more = '') =>
  entity('Component', name, 'type: service, lifecycle: production, owner: crew', more);
const location = (...targets: string[]) => entity('Location', 'leads', `targets: ${JSON.stringify(targets)}`);
const many = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => component(`${prefix}-${index}`)).join('---\n');

/** Each makes the files of one hostile repository. */
const attacks: readonly ((index: number) => Files)[] = [
  (index) => ({ 'catalog-info.yaml': component(`healthy-${index}`, ', title: taken') }),
  () => ({ 'catalog-info.yaml': location('../healthy-1/catalog-info.yaml', '/etc/passwd', 'file:///etc/passwd') }),
  () => ({
    'catalog-info.yaml': location('http://169.254.169.254/latest', 'https://127.0.0.1/x', './**/**/**/*.yaml'),
  }),
  () => ({ 'catalog-info.yaml': symlink('/etc/passwd'), docs: symlink('/etc') }),
  () => ({
    'catalog-info.yaml': symlink('../healthy-1/.git/config'),
    '.gitmodules': '[submodule "x"]\n\turl = ext::touch x\n',
    x: submodule(),
  }),
  () => ({ 'catalog-info.yaml': '&a [*a, *a]'.repeat(1000) }),
  () => ({
    'catalog-info.yaml': `a: &a [x, x]\n${Array.from({ length: 25 }, (_, i) => `k${i}: &k${i} [*${i ? `k${i - 1}` : 'a'}, *${i ? `k${i - 1}` : 'a'}]`).join('\n')}\n`,
  }),
  () => ({ 'catalog-info.yaml': '['.repeat(100_000) }),
  () => ({ 'catalog-info.yaml': 'x'.repeat(3_000_000) }),
  () => ({ 'catalog-info.yaml': Buffer.from([0xff, 0xfe, 0, 1, 2, 3]) }),
  () => ({
    'catalog-info.yaml':
      '__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\nkind: __proto__\n',
  }),
  (index) => ({ 'catalog-info.yaml': many(150, `flood-${index}`) }),
  () => ({ 'catalog-info.yaml': component('..'), '.github/CODEOWNERS': `${'* @acme/crew\n'.repeat(20_000)}` }),
  (index) => ({
    'catalog-info.yaml': component(
      `html-${index}`,
      ', title: "<script>fetch(1)</script>", description: "\\u202e<img src=x onerror=fetch(1)>"',
    ),
  }),
  (index) => ({
    'catalog-info.yaml': component(`docs-${index}`, ', annotations: { backstage.io/techdocs-ref: "dir:../healthy-1" }'),
    'mkdocs.yml': 'INHERIT: /etc/passwd\nhooks: [evil.py]\n',
    'docs/index.md': '# x',
  }),
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-sixty-'));
  await mkdir(join(folder, 'work/repositories'), { recursive: true });
  await writeFile(
    join(folder, 'work/callboard.yaml'),
    'portal: { title: Test }\nsources: [{ type: local, name: all, path: repositories }]\n',
  );
  const files = (index: number) => ({
    'catalog-info.yaml': component(
      `healthy-${index}`,
      index < 3 ? ', annotations: { backstage.io/techdocs-ref: "dir:." }' : '',
    ),
    ...(index < 3 && { 'mkdocs.yml': 'site_name: x\n', 'docs/index.md': `# Healthy ${index}\n` }),
  });
  await inBatches(60, (index) => make(`healthy-${index}`, files(index)));
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

const make = (name: string, files: Files) =>
  createGitRepository(files, { folder: join(folder, 'work/repositories', name) });
async function inBatches(count: number, make: (index: number) => Promise<unknown>) {
  for (let start = 0; start < count; start += 10) {
    await Promise.all(Array.from({ length: Math.min(10, count - start) }, (_, index) => make(start + index)));
  }
}

async function run() {
  const config = await loadConfig(join(folder, 'work/callboard.yaml'), {});
  return build({ config, crawledAt: '2026-11-21T12:00:00.000Z' });
}

/** What is published of healthy entities: their data and the text of their docs. */
async function healthy() {
  const found: Record<string, string> = {};
  const dist = join(folder, 'work/dist');
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(dist.length + 1);
    if (entry.isFile() && /healthy-\d+(?:\/|\.json$|\.md$)/.test(path))
      found[path] = await readFile(join(dist, path), 'utf8');
  }
  return found;
}

// HTML counts everything there is; that another repository claims the same name is told beside the one that has it.
const comparable = (pages: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(pages)
      .filter(([path]) => !path.endsWith('.html'))
      .map(([path, text]) => [
        path,
        text.replace(/\n## Problems\n\n- error \[catalog\/duplicate-entity\][^\n]*\n/, ''),
      ]),
  );

it('harms no healthy repository with sixty that are hostile, today, tomorrow, and when they go', async () => {
  await run();
  const before = await healthy();
  expect(Object.keys(before).length).toBeGreaterThan(100);
  const outside = await readdir(folder);

  await inBatches(60, (index) => make(`a-${index}`, attacks[index % attacks.length]?.(index) ?? {}));
  const second = await run();
  const after = await healthy();
  expect(Object.keys(after)).toEqual(Object.keys(before));
  expect(comparable(after)).toEqual(comparable(before));
  expect(JSON.stringify(second.diagnostics)).not.toMatch(/root:x:0|TypeError|RangeError/);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(await readdir(folder)).toEqual(outside);

  for (let index = 0; index < 60; index += 1) {
    await rm(join(folder, 'work/repositories', `a-${index}`), { recursive: true });
  }
  await run();
  expect(comparable(await healthy())).toEqual(comparable(before));
}, 120_000);
