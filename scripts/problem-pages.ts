// Writes content/docs/problems/ and its part of the navigation from the catalogue of codes.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { problemPages, writeProblemNav } from '../src/diagnostics/problem-pages.ts';

const folder = 'content/docs/problems';
const pages = problemPages();
rmSync(folder, { recursive: true, force: true });
for (const [path, text] of pages) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
writeFileSync('content/mkdocs.yml', writeProblemNav(readFileSync('content/mkdocs.yml', 'utf8')));
console.log(`${pages.size} pages in ${folder}/`);
