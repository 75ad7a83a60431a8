import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { codeAreas } from './code-areas.ts';
import { diagnosticCodes } from './codes.ts';
import { problemPages, writeProblemNav } from './problem-pages.ts';

const folder = 'content/docs/problems';
const remedy = 'the docs and the catalogue of codes differ; run: node scripts/problem-pages.ts';

it('has a page for every code and for nothing else, up to date', async () => {
  const pages = problemPages();
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.sort(), remedy).toEqual([...pages.keys()].map((path) => join(folder, path)).sort());
  for (const [path, text] of pages) expect(await readFile(join(folder, path), 'utf8'), `${path}: ${remedy}`).toBe(text);
});

it('has every page in the navigation, by area', async () => {
  const mkdocs = await readFile('content/mkdocs.yml', 'utf8');
  expect(writeProblemNav(mkdocs), remedy).toBe(mkdocs);
  for (const code of Object.keys(diagnosticCodes)) expect(mkdocs).toContain(`: problems/${code}.md\n`);
  for (const { title } of Object.values(codeAreas)) expect(mkdocs).toContain(`      - ${JSON.stringify(title)}:\n`);
});

it('says of a code what it is, why, what to do, how it looks, and how to change its severity', () => {
  const page = problemPages().get('catalog/reference-not-found.md') as string;
  expect(page).toMatch(/^# Reference to nothing\n\n`catalog\/reference-not-found`\n/);
  for (const part of [
    '**What to do.**',
    '## Example',
    'hl_lines="8"',
    'owner: odrers',
    'owner: orders',
    'By default **warning**',
  ]) {
    expect(page).toContain(part);
  }
  expect(page).toContain('diagnostics:\n  catalog/reference-not-found: error # off, info, warning or error\n');
  expect(problemPages().get('crawl/symlink.md')).not.toContain('## Example');
});
