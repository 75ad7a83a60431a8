import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createGitRepository, type TestRepository } from '../git-repository.ts';

const corpus = join(import.meta.dirname, '../../../../shared/corpus');

/** Whether the real repositories are not here; then says so, because tests are skipped for it. */
export function corpusMissing(): boolean {
  if (existsSync(corpus)) return false;
  process.stderr.write('NOT RUN: tests on the corpus. There is no folder shared/corpus beside the repository.\n');
  return true;
}

/** Makes a Git repository of every folder of the corpus below `folder`. */
export async function makeCorpusRepositories(folder: string): Promise<readonly TestRepository[]> {
  const names = (await readdir(corpus, { withFileTypes: true })).filter((item) => item.isDirectory());
  return Promise.all(
    names.map(async ({ name }) =>
      createGitRepository(await readTree(join(corpus, name)), { folder: join(folder, name) }),
    ),
  );
}

async function readTree(folder: string): Promise<Record<string, Uint8Array>> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = items.filter((item) => item.isFile());
  const entries = files.map(async (item) => {
    const path = join(item.parentPath, item.name);
    return [path.slice(folder.length + 1), await readFile(path)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** A document that claims to be an entity, found without any of Callboard's code. */
export interface ClaimedEntity {
  readonly repository: string;
  readonly path: string;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** Every document of the corpus's descriptor files with `kind` and `metadata.name`, by a plain look at its lines. */
export async function listClaimedEntities(isDescriptor: (path: string) => boolean): Promise<readonly ClaimedEntity[]> {
  const items = await readdir(corpus, { recursive: true, withFileTypes: true });
  const paths = items
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(corpus.length + 1));
  const claimed = paths.map(async (full) => {
    const [repository = '', ...rest] = full.split('/');
    const path = rest.join('/');
    return isDescriptor(path) ? claimsOf(await readFile(join(corpus, full), 'utf8'), repository, path) : [];
  });
  return (await Promise.all(claimed)).flat();
}

function claimsOf(text: string, repository: string, path: string): readonly ClaimedEntity[] {
  const lines = text.split('\n');
  const starts = [0, ...lines.flatMap((line, index) => (/^---(\s|$)/.test(line) ? [index + 1] : []))];
  return starts.flatMap((start, index) => {
    const end = (starts[index + 1] ?? lines.length + 1) - 1;
    const document = lines.slice(start, end).join('\n');
    const kind = document.match(/^kind:\s*['"]?([^'"\s#]+)/m)?.[1];
    const metadata = document.match(/^metadata:.*\n((?:[ \t]+.*\n?|\s*\n)*)/m)?.[1] ?? '';
    const name = metadata.match(/^[ ]{2,4}name:\s*['"]?(.+?)['"]?\s*$/m)?.[1];
    const namespace = metadata.match(/^[ ]{2,4}namespace:\s*['"]?([^'"\s]+)/m)?.[1] ?? 'default';
    return kind && name ? [{ repository, path, firstLine: start + 1, lastLine: end, kind, namespace, name }] : [];
  });
}
