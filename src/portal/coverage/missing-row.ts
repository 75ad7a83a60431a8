import type { RepositoryInfo } from '../../catalog/repository-files.ts';
import type { RepositoryFacts } from '../../catalog/suggestion/repository-facts.ts';
import type { Portal } from '../assemble-portal.ts';
import { repositoryProblemsPath } from '../problems/problem-paths.ts';
import { safeUrl, urlOf } from '../urls.ts';
import type { MissingRow, SuggestionView } from '../views/coverage.ts';
import { type Language, textsIn } from '../views/text/texts.ts';
import type { AsideRepository, MissingRepository } from './coverage.ts';
import { newFileUrl } from './new-file-url.ts';

const mostLanguages = 3;

/** A row of a repository without a descriptor. */
export function missingRow(entry: MissingRepository | AsideRepository, language: Language): MissingRow {
  const text = textsIn(language).coverage;
  const { files, suggestion, yaml } = entry;
  const { repository, facts } = files;
  const newFile = newFileUrl(repository, suggestion.path, yaml);
  const view: SuggestionView = {
    path: suggestion.path,
    yaml,
    ...(newFile &&
      safeUrl(newFile.url) && {
        newFile: { text: text.addOn(newFile.host), url: newFile.url, isFilled: newFile.isFilled },
      }),
  };
  return {
    ...commonRow(repository),
    ...(suggestion.description && { description: suggestion.description }),
    found: listFound(facts, language),
    ...('reason' in entry && { note: text.reasons[entry.reason] }),
    suggestion: view,
  };
}

/** A row of a repository with a descriptor that gives the catalog nothing. */
export function brokenRow(portal: Portal, repository: RepositoryInfo): MissingRow {
  const text = textsIn(portal.config.language).coverage;
  const count = portal.problems.groups.repository.get(repository.slug)?.diagnostics.length ?? 0;
  return {
    ...commonRow(repository),
    ...(repository.description && { description: repository.description }),
    found: [],
    note: count > 0 ? text.givesNothing : text.definesNothing,
    ...(count > 0 && {
      problems: {
        text: text.problems(count),
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
export function listFound(
  { languages, definitions, docs, decisions, codeowners, fileCount }: RepositoryFacts,
  language: Language,
): readonly string[] {
  const text = textsIn(language).coverage;
  const main = languages.filter(({ minor }) => !minor);
  const shown = (main.length > 0 ? main : languages).slice(0, mostLanguages).map(({ name }) => name);
  const { length } = definitions;
  return [
    ...shown,
    ...(length > 0 ? [text.apiDefinitions(length)] : []),
    ...(docs ? [text.docs] : []),
    ...(decisions ? [text.decisions] : []),
    ...(codeowners ? ['CODEOWNERS'] : []),
    text.files(fileCount),
  ];
}
