import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import picomatch from 'picomatch';
import { selectCatalogFiles } from '../catalog/locations/wanted-files.ts';
import type { RepositoryFiles } from '../catalog/repository-files.ts';
import { repositoryOf } from '../catalog/repository-fixture.ts';

const corpus = join(import.meta.dirname, '../../../shared/corpus');

const isDescriptor = picomatch(
  ['**/catalog-info.{yaml,yml}', '**/template.yaml', 'catalog-entities/**/*.yaml', 'examples/*.yaml'],
  { dot: true },
);

/** The real repositories as the crawl would bring them; `undefined` where they are not, and then it says so. */
export function readCorpus(): readonly RepositoryFiles[] | undefined {
  if (!existsSync(corpus)) {
    process.stderr.write('NOT RUN: tests on the corpus. There is no folder shared/corpus beside the repository.\n');
    return undefined;
  }
  return readdirSync(corpus)
    .filter((name) => name.includes('__'))
    .map(readRepository);
}

function readRepository(folder: string): RepositoryFiles {
  const root = join(corpus, folder);
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
  const { repository } = repositoryOf(folder.replace('__', '/'), {});
  const catalogPaths = paths.filter((path) => isDescriptor(path));
  const texts: Record<string, string> = {};
  for (let before = -1; before !== Object.keys(texts).length; ) {
    before = Object.keys(texts).length;
    for (const { path } of selectCatalogFiles({ repository, catalogPaths, paths, text: (path) => texts[path] })) {
      texts[path] ??= readFileSync(join(root, path), 'utf8');
    }
  }
  return { ...repositoryOf(repository.slug, texts), catalogPaths };
}
