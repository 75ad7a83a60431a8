import { expect, it } from 'vitest';
import { crawlOnce, filesUnder } from '../testing/crawl-once.ts';
import { githubSourceAt } from '../testing/github-emulator/github-source.ts';
import { useGithubEmulator } from '../testing/github-emulator/use-github-emulator.ts';

const github = useGithubEmulator();
const selectors = [filesUnder('docs/', 'blob'), filesUnder('notes/', 'text')];
const run = async (state = github.state) => {
  const { snapshot, diagnostics, keep } = await crawlOnce([githubSourceAt(github.host)], state, { selectors });
  expect(diagnostics).toEqual([]);
  await keep();
  return snapshot.repositories;
};
const sentByGit = () => github.host.exchanges.filter(({ path }) => !path.startsWith('/api/')).map(({ sent }) => sent);

it('fetches of a changed repository what has changed, and knows the whole of it', async () => {
  const files: Record<string, string> = { 'catalog-info.yaml': 'name: shop', 'docs/a.md': '# A', 'docs/b/c.md': '# C' };
  for (let note = 0; note < 5; note += 1) files[`notes/${note}.txt`] = `${note} ${'text '.repeat(500)}`;
  for (let at = 0; at < 1500; at += 1) files[`src/part-${at % 50}/deep/file-${at}.ts`] = `export const at = ${at};\n`;
  const shop = github.host.model.create('acme', 'shop', { files });
  await run();
  const first = sentByGit();
  expect(first.length).toBe(2);
  expect(Math.max(...first)).toBeGreaterThan(30_000);

  github.host.model.push(shop, {
    'docs/a.md': '# Another',
    'docs/moved/c.md': '# C',
    'docs/b/c.md': null,
    'src/part-7/deep/new.ts': 'export {};',
    'notes/3.txt': null,
    'notes/5.txt': 'new',
  });
  const changed = await run();
  const second = sentByGit().slice(first.length);
  expect(second.length).toBe(2);
  // Trees that lead to what has changed, and two small files.
  expect(second.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(6000);
  expect(changed).toEqual(await run(`${github.state}/empty`));

  github.host.model.push(shop, { 'docs/a.md': '# A' });
  await run();
  const requests = sentByGit().length;
  // The content of this file is kept from the first run.
  expect(await run()).toEqual(await run(`${github.state}/another`));
  expect(requests).toBe(second.length + first.length + 2 + 1);
});
