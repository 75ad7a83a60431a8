import type { RepositoryInfo } from '../../catalog/repository-files.ts';
import type { RepositoryFacts } from '../../catalog/suggestion/repository-facts.ts';
import type { Portal } from '../assemble-portal.ts';
import { repositoryProblemsPath } from '../problems/problem-paths.ts';
import { safeUrl, urlOf } from '../urls.ts';
import type { MissingRow, SuggestionView } from '../views/coverage.ts';
import type { AsideReason, AsideRepository, MissingRepository } from './coverage.ts';
import { newFileUrl } from './new-file-url.ts';

const asideNotes: Readonly<Record<AsideReason, string>> = {
  archived: 'Archived',
  fork: 'A fork',
  'not-expected': 'Not expected, by the configuration',
};

const mostLanguages = 3;

/** A row of a repository without a descriptor. */
export function missingRow(entry: MissingRepository | AsideRepository): MissingRow {
  const { files, suggestion, yaml } = entry;
  const { repository, facts } = files;
  const newFile = newFileUrl(repository, suggestion.path, yaml);
  const view: SuggestionView = {
    path: suggestion.path,
    yaml,
    ...(newFile &&
      safeUrl(newFile.url) && {
        newFile: { text: `Add it on ${newFile.host}`, url: newFile.url, isFilled: newFile.isFilled },
      }),
  };
  return {
    ...commonRow(repository),
    ...(suggestion.description && { description: suggestion.description }),
    found: listFound(facts),
    ...('reason' in entry && { note: asideNotes[entry.reason] }),
    suggestion: view,
  };
}

/** A row of a repository with a descriptor that gives the catalog nothing. */
export function brokenRow(portal: Portal, repository: RepositoryInfo): MissingRow {
  const count = portal.problems.groups.repository.get(repository.slug)?.diagnostics.length ?? 0;
  return {
    ...commonRow(repository),
    ...(repository.description && { description: repository.description }),
    found: [],
    note: count > 0 ? 'Its descriptor gives the catalog nothing' : 'Its descriptor defines nothing',
    ...(count > 0 && {
      problems: {
        text: count === 1 ? 'What is wrong with it' : `${count.toLocaleString('en')} problems`,
        url: urlOf(portal.config.base, repositoryProblemsPath(repository.slug)),
      },
    }),
  };
}

function commonRow({ slug, webUrl, source, committedAt }: RepositoryInfo) {
  const url = webUrl === undefined ? undefined : safeUrl(webUrl);
  return { repository: slug, ...(url && { url }), source, committedAt };
}

/** What was found in a repository, in words. */
export function listFound({
  languages,
  definitions,
  docs,
  decisions,
  codeowners,
  fileCount,
}: RepositoryFacts): readonly string[] {
  const main = languages.filter(({ minor }) => !minor);
  const shown = (main.length > 0 ? main : languages).slice(0, mostLanguages).map(({ name }) => name);
  const { length } = definitions;
  return [
    ...shown,
    ...(length > 0 ? [length === 1 ? 'API definition' : `${length} API definitions`] : []),
    ...(docs ? ['docs'] : []),
    ...(decisions ? ['decision records'] : []),
    ...(codeowners ? ['CODEOWNERS'] : []),
    fileCount === 1 ? '1 file' : `${fileCount.toLocaleString('en')} files`,
  ];
}
