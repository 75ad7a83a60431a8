import { mentionOf, type Portal } from '../assemble-portal.ts';
import { kindsOf } from '../catalog-index.ts';
import { coverageMarkdownPath } from '../coverage/coverage-paths.ts';
import { kindRule } from '../kinds.ts';
import { statusJsonPath, statusMarkdownPath } from '../status/status-paths.ts';
import { kindMarkdownPath, urlOf } from '../urls.ts';
import { catalogFolder, claimsOf } from './catalog-refs.ts';
import { mentionLink } from './entity-markdown.ts';
import type { MachineFile } from './machine-file.ts';
import { markdownLink, plainText } from './markdown-text.ts';
import { numberedPath, rowsPerFile, shardPaths } from './shards.ts';

/** Entities that one list in Markdown holds. */
const entitiesPerList = 1000;

/** Bytes of domains and systems that `llms.txt` may hold; what does not fit is in the lists of their kinds. */
const outlineBudget = 60_000;

/** `llms.txt` (llmstxt.org), and the lists of entities by kind that it leads to. */
export function* languageModelFiles(portal: Portal): Generator<MachineFile> {
  yield { path: 'llms.txt', text: llmsText(portal) };
  for (const kind of kindsOf(portal)) yield* kindLists(portal, kind);
}

function llmsText(portal: Portal): string {
  const { base, title } = portal.config;
  const link = (text: string, path: string, note: string) =>
    `- ${markdownLink(text, addressOf(portal, path))}: ${note}`;
  const kinds = kindsOf(portal).map((kind) => {
    const { plural } = ruleOf(portal, kind);
    return link(plural, kindMarkdownPath(kind), `${portal.byKind.get(kind)?.length ?? 0}`);
  });
  const sections = [
    `# ${plainText(title)}`,
    `> The software catalog of ${plainText(title)}: ${portal.catalog.entities.length} entities of ${portal.repositories.length} repositories, with owners, relations, documentation and problems. Static files; nothing here needs a login of its own.`,
    `An entity \`<kind>:<namespace>/<name>\` is \`${base}catalog/<namespace>/<kind>/<name>/\` as HTML, the same with \`index.md\` as Markdown, and \`${base}api/catalog/entities/by-name/<kind>/<namespace>/<name>.json\` as JSON; all parts in lower case. Its documentation, if any, is below \`${base}docs/<namespace>/<kind>/<name>/\`.`,
    ['## Kinds', '', ...kinds].join('\n'),
    [
      '## API',
      '',
      link('Index', 'api/catalog/index.json', 'counts, commits of repositories, and the names of all files'),
      link('Refs', firstOf('refs.json', portal.catalog.entities.length), 'every entity by ref, with its file and line'),
      link('Relations', firstOf('relations.json', claimsOf(portal.catalog)), 'rows of source, type, target'),
      link('Facets', 'api/catalog/entity-facets.json', 'how many entities have which value'),
      link(
        'Schema',
        'api/schemas/catalog-info.schema.json',
        'JSON Schema of descriptor files; others are named in the index',
      ),
      link('Problems', 'api/diagnostics.json', 'everything that is wrong, with code, place and advice'),
      link('Not in the catalog', coverageMarkdownPath, 'repositories without a descriptor, with one for each'),
      ...(portal.crawl
        ? [
            link('Status', statusMarkdownPath, 'when repositories were read, and which of them are shown as they were'),
            link('Status as JSON', statusJsonPath, 'the same for scripts'),
          ]
        : []),
    ].join('\n'),
    ...outline(portal),
  ];
  return `${sections.join('\n\n')}\n`;
}

function firstOf(name: string, rows: number): string {
  return catalogFolder + shardPaths(name, rows, rowsPerFile)[0];
}

/** Domains and systems, as far as they fit. */
function outline(portal: Portal): readonly string[] {
  let left = outlineBudget;
  return (['domain', 'system'] as const).flatMap((kind) => {
    const lines: string[] = [];
    for (const { ref } of portal.byKind.get(kind) ?? []) {
      const line = entityLine(portal, ref);
      // A character is three bytes of UTF-8 at most where it is one unit of the text.
      left -= line.length * 3;
      if (left < 0) break;
      lines.push(line);
    }
    return lines.length === 0 ? [] : [[`## ${plainText(ruleOf(portal, kind).plural)}`, '', ...lines].join('\n')];
  });
}

function* kindLists(portal: Portal, kind: string): Generator<MachineFile> {
  const items = portal.byKind.get(kind) ?? [];
  const { plural } = ruleOf(portal, kind);
  const pathOf = (number: number) =>
    number === 1 ? kindMarkdownPath(kind) : numberedPath(kindMarkdownPath(kind), number);
  const count = Math.ceil(items.length / entitiesPerList);
  for (let number = 1; number <= count; number += 1) {
    const rows = items.slice((number - 1) * entitiesPerList, number * entitiesPerList);
    const next = markdownLink('The next of them', urlOf(portal.config.base, pathOf(number + 1)));
    yield {
      path: pathOf(number),
      text: [
        `# ${plainText(plural)}\n`,
        ...rows.map(({ ref }) => entityLine(portal, ref)),
        ...(number < count ? [`\n${next}`] : []),
        '',
      ].join('\n'),
    };
  }
}

function entityLine(portal: Portal, ref: string): string {
  const mention = mentionOf(portal, ref);
  const owner = mention.owner ? `owner ${plainText(mention.owner.text)}` : undefined;
  const details = [`\`${ref}\``, owner, mention.description && plainText(mention.description)];
  return `- ${mentionLink(mention)}: ${details.filter((text) => text).join('; ')}`;
}

function ruleOf(portal: Portal, kind: string) {
  return kindRule(portal.catalog.model, portal.byKind.get(kind)?.[0]?.entity.kind ?? kind, 'en');
}

function addressOf({ config: { base, url } }: Portal, path: string): string {
  return url ? `${url}${urlOf('/', path)}` : urlOf(base, path);
}
