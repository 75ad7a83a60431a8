import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Files of one repository of the demo by path with `/`, sorted. */
export type DemoFiles = ReadonlyMap<string, Buffer>;

/** Reads every file below a folder. */
export async function readDemoFiles(folder: string): Promise<DemoFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async (path) => [relative(folder, path).split(sep).join('/'), await readFile(path)] as const),
  );
  return new Map(files.sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** SHA-256 over paths and contents, hexadecimal. */
export function hashDemoFiles(files: DemoFiles): string {
  const hash = createHash('sha256');
  for (const [path, content] of files) hash.update(`${path}\0${content.length}\0`).update(content);
  return hash.digest('hex');
}
