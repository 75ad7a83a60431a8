import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import type { CatalogModel } from '../catalog/model/catalog-model.ts';
import { type ModelFile, parseModelFiles } from '../catalog/model/parse-model-files.ts';
import { CallboardError } from '../diagnostics/callboard-error.ts';

/** Where model files are looked for when nobody says otherwise: beside `callboard.yaml`. */
export const defaultModelPaths: readonly string[] = ['content/model/*.{yaml,yml}'];

/**
 * Reads the portal's own kinds from every file below `root` that one of the globs matches. A glob that somebody wrote
 * must match something; the default may not. Throws a CallboardError that lists every problem with file and line.
 */
export async function readModel(root: string, written: readonly string[] | undefined): Promise<CatalogModel> {
  const found = await Promise.all((written ?? defaultModelPaths).map((glob) => findFiles(root, glob)));
  const empty = (written ?? []).filter((_, index) => found[index]?.length === 0);
  if (empty.length > 0) {
    throw invalid(empty.map((glob) => `catalog.model: no file matches "${glob}" below ${root}`));
  }
  const paths = [...new Set(found.flat())].sort();
  const parsed = parseModelFiles(await Promise.all(paths.map((path) => readModelFile(root, path))));
  if (parsed.ok) return parsed.model;
  throw invalid(parsed.problems.map(({ file, line, column, message }) => `${file}:${line}:${column}  ${message}`));
}

async function readModelFile(root: string, path: string): Promise<ModelFile> {
  return { path, text: await readFile(join(root, path), 'utf8') };
}

/** Files that a glob matches, relative to the root, with `/` between folders. */
async function findFiles(root: string, glob: string): Promise<readonly string[]> {
  const { base } = picomatch.scan(glob);
  const folder = join(root, glob === base ? join(base, '..') : base);
  const matches = picomatch(glob);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => matches(path));
}

function invalid(lines: readonly string[]): CallboardError {
  const count = lines.length === 1 ? 'one problem' : `${lines.length} problems`;
  return new CallboardError(
    'model-invalid',
    `The model of the catalog has ${count}:\n${lines.map((line) => `  ${line}`).join('\n')}`,
    'Every key is described in model-file.schema.json, which editors show as you type, and in the docs under Custom kinds.',
  );
}
