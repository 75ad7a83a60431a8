import type { RepositoryInfo } from '../../catalog/repository-files.ts';
import type { RepositoryFacts } from '../../catalog/suggestion/repository-facts.ts';
import type { Portal } from '../assemble-portal.ts';
import type { AsideReason, AsideRepository, MissingRepository } from '../coverage/coverage.ts';
import { coverageJsonPath } from '../coverage/coverage-paths.ts';
import { newFileUrl } from '../coverage/new-file-url.ts';
import type { MachineFile } from './machine-file.ts';
import { shardPaths, shards } from './shards.ts';

/** Rows that one file holds: each has the text of a descriptor in it, and again in an address. */
const rowsPerFile = 10_000;

/** Why a repository is in the list. */
type Reason = 'no-descriptor' | 'nothing-defined' | AsideReason;

/** `not-in-catalog.json`: every repository that the catalog says nothing of, in the order of the page: those that count first. */
export function* coverageFiles(portal: Portal): Generator<MachineFile> {
  const { missing, broken, aside } = portal.coverage;
  const rows = [
    ...missing.map((entry) => () => describeMissing(entry, 'no-descriptor')),
    ...broken.map((repository) => () => describe(repository, 'nothing-defined')),
    ...aside.map((entry: AsideRepository) => () => describeMissing(entry, entry.reason)),
  ];
  for (const { path, rows: own } of shards(coverageJsonPath, rows, rowsPerFile)) {
    const lines = own.map((row) => JSON.stringify(row()));
    yield { path, text: lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n` };
  }
}

/** Names of its files, from the folder of `index.json`. */
export function coverageFileNames({ coverage: { missing, broken, aside } }: Portal): readonly string[] {
  const count = missing.length + broken.length + aside.length;
  return shardPaths(coverageJsonPath, count, rowsPerFile).map((path) => path.replace(/^api\//, '../'));
}

function describe({ slug, id, source, webUrl, branch, commit, committedAt }: RepositoryInfo, reason: Reason) {
  return { slug, id, source, ...(webUrl && { webUrl }), branch, commit, committedAt, reason };
}

function describeMissing({ files, suggestion, yaml }: MissingRepository, reason: Reason) {
  const { repository, facts } = files;
  const newFile = newFileUrl(repository, suggestion.path, yaml);
  return {
    ...describe(repository, reason),
    ...(suggestion.description && { description: suggestion.description }),
    found: describeFacts(facts),
    suggestion: { path: suggestion.path, text: yaml, ...(newFile && { newFileUrl: newFile.url }) },
  };
}

function describeFacts({ languages, manifests, definitions, fileCount, ...paths }: RepositoryFacts) {
  return {
    files: fileCount,
    languages: languages.map(({ name, files }) => ({ name, files })),
    manifests,
    definitions,
    ...paths,
  };
}
