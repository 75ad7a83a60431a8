import { mentionOf, type Portal } from '../assemble-portal.ts';
import { confirmCommand } from '../status/confirm.ts';
import type { CrawlStatus, HeldRemovals } from '../status/crawl-status.ts';
import { countOutcomes } from '../status/status-counts.ts';
import { isListed } from '../status/status-page.ts';
import { statusJsonPath, statusMarkdownPath } from '../status/status-paths.ts';
import { describeRemoval, outcomeMark, summarise } from '../status/status-text.ts';
import { urlOf } from '../urls.ts';
import { moment, number } from '../views/text/en/format.ts';
import { mentionLink } from './entity-markdown.ts';
import type { MachineFile } from './machine-file.ts';
import { markdownLink, plainText } from './markdown-text.ts';

/** Lines of each list; `api/status.json` has all of them. */
const listLimit = 200;

/** The Markdown twin of the status page. */
export function* statusTwin(portal: Portal): Generator<MachineFile> {
  if (portal.crawl) yield { path: statusMarkdownPath, text: statusMarkdown(portal, portal.crawl) };
}

function statusMarkdown(portal: Portal, crawl: CrawlStatus): string {
  const isWhole = crawl.sources.every(({ complete }) => complete);
  const summary = summarise(countOutcomes(crawl.repositories), isWhole, 'en').text;
  const later = crawl.repositories.filter((repository) => isListed(repository, crawl));
  const blocks = [
    '# Status',
    `Crawled ${moment(crawl.crawledAt)}. ${summary}.`,
    ...(crawl.incompleteFirst === undefined ? [] : [plainText(crawl.incompleteFirst)]),
    ...(crawl.held ? [heldBlock(portal, crawl.held)] : []),
    section(
      'Sources',
      crawl.sources.map(({ name, type, complete, listedAt, reason }) => {
        const listing = complete ? 'listed completely' : `listed incompletely: ${plainText(reason ?? '')}`;
        const age = listedAt === crawl.crawledAt ? '' : `, as of ${moment(listedAt)}`;
        return `- ${plainText(name)} (${plainText(type)}): ${listing}${age}`;
      }),
    ),
    section(
      'Not up to date',
      later.map(({ slug, outcome, freshAt, reason = '' }) => {
        const age = freshAt ? `, as of ${moment(freshAt)}` : '';
        return `- ${plainText(slug)}: ${outcomeMark(outcome, 'en').text}${age}. ${plainText(reason)}`.trimEnd();
      }),
    ),
    section(
      'Removed',
      crawl.removed.map((removal) => {
        const text = `${describeRemoval(removal, 'en')} ${removal.reason}`;
        return `- ${plainText(removal.repository)}: ${plainText(text)}`;
      }),
    ),
    `Everything as ${markdownLink('JSON', urlOf(portal.config.base, statusJsonPath))}.`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function heldBlock(portal: Portal, { id, reason, entities }: HeldRemovals): string {
  const lines = entities.map(
    ({ ref, repository }) => `- ${mentionLink(mentionOf(portal, ref))}: ${plainText(repository)}`,
  );
  return section('Removals that await confirmation', lines, [
    `${plainText(reason)} To confirm: \`${confirmCommand(id)}\``,
  ]);
}

function section(title: string, lines: readonly string[], before: readonly string[] = []): string {
  if (lines.length === 0) return '';
  const rest = lines.length - listLimit;
  const shown = rest > 0 ? [...lines.slice(0, listLimit), `- ${number(rest)} more in the JSON`] : lines;
  return [`## ${title}`, ...before, shown.join('\n')].join('\n\n');
}
