import type { Portal } from '../assemble-portal.ts';
import type { MissingRepository } from '../coverage/coverage.ts';
import { coverageJsonPath, coverageMarkdownPath } from '../coverage/coverage-paths.ts';
import { listFound } from '../coverage/missing-row.ts';
import { newFileUrl } from '../coverage/new-file-url.ts';
import { safeUrl, urlOf } from '../urls.ts';
import { coverage } from '../views/text/en/coverage.ts';
import { day, number } from '../views/text/en/format.ts';
import type { MachineFile } from './machine-file.ts';
import { markdownLink, plainText } from './markdown-text.ts';

/** Repositories of the twin; the JSON has all of them. */
const listLimit = 100;

/** The Markdown twin of the page about repositories that the catalog lacks. */
export function* coverageTwin(portal: Portal): Generator<MachineFile> {
  const { missing } = portal.coverage;
  const rest = missing.length - listLimit;
  const blocks = [
    '# Not in the catalog yet',
    coverage(portal.coverage.covered, portal.coverage.total),
    ...missing.slice(0, listLimit).flatMap(describe),
    ...(rest > 0 ? [`${number(rest)} more are in the JSON.`] : []),
    `All as ${markdownLink('JSON', urlOf(portal.config.base, coverageJsonPath))}.`,
  ];
  yield { path: coverageMarkdownPath, text: `${blocks.join('\n\n')}\n` };
}

function describe({ files, suggestion, yaml }: MissingRepository): readonly string[] {
  const { repository, facts } = files;
  const url = safeUrl(repository.webUrl ?? '');
  const newFile = newFileUrl(repository, suggestion.path, yaml);
  return [
    `## ${url ? markdownLink(repository.slug, url) : plainText(repository.slug)}`,
    ...(suggestion.description ? [plainText(suggestion.description)] : []),
    `Last commit ${day(repository.committedAt)}. Found in it: ${plainText(listFound(facts, 'en').join(', '))}.`,
    codeBlock(yaml),
    ...(newFile ? [markdownLink(`Add it on ${newFile.host}`, newFile.url)] : []),
  ];
}

function codeBlock(text: string): string {
  const runs = (text.match(/`+/g) ?? []).map((run) => run.length);
  const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return `${fence}yaml\n${text}${fence}`;
}
