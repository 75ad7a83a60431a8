import type { CatalogEntity } from '../../catalog/entity.ts';
import { docsOf, mentionOf, type Portal } from '../assemble-portal.ts';
import { decisionsSection } from '../decisions-section.ts';
import { worstFirst } from '../problems/problem-index.ts';
import { problemView } from '../problems/problem-view.ts';
import { provenanceOf } from '../provenance.ts';
import { railOf } from '../rail.ts';
import { relationSections } from '../relation-sections.ts';
import { entityAsOf } from '../stale-view.ts';
import { entityJsonPath, entityMarkdownPath, entityPath, urlOf } from '../urls.ts';
import type { RailFact, RelationSection } from '../views/entity.ts';
import type { EntityMention } from '../views/shared.ts';
import { moment } from '../views/text/en/format.ts';
import type { MachineFile } from './machine-file.ts';
import { markdownLink, plainText, quotation } from './markdown-text.ts';

/** Problems that a twin names; `api/diagnostics.json` has all. */
const problemLimit = 50;

/** The Markdown twin of every entity's page. */
export function* entityTwins(portal: Portal): Generator<MachineFile> {
  for (const item of portal.catalog.entities) {
    yield { path: entityMarkdownPath(item.ref), text: entityMarkdown(portal, item) };
  }
}

/** What an entity's page says, as Markdown: facts, relations with links to other twins, problems, source. Pure. */
export function entityMarkdown(portal: Portal, item: CatalogEntity): string {
  const { base } = portal.config;
  const { description, tags } = item.entity.metadata;
  const mention = mentionOf(portal, item.ref);
  const facts = [
    `- Ref: \`${item.ref}\``,
    `- Kind: ${plainText(mention.kind)}`,
    ...(mention.type ? [`- Type: ${plainText(mention.type)}`] : []),
    ...(mention.lifecycle ? [`- Lifecycle: ${plainText(mention.lifecycle.text)}`] : []),
    ...railOf(portal, item)
      .filter(({ label }) => label !== 'Documentation')
      .map((fact) => factLine(portal, fact)),
    ...(tags?.length ? [`- Tags: ${tags.map(plainText).join(', ')}`] : []),
    ...docsLine(portal, item),
    ...sourceLines(portal, item),
    `- Formats: ${markdownLink('HTML', urlOf(base, entityPath(item.ref)))}, ${markdownLink('JSON', urlOf(base, entityJsonPath(item.ref)))}`,
  ];
  const blocks = [
    `# ${plainText(mention.title)}`,
    ...(description?.trim() ? [quotation(description)] : []),
    facts.join('\n'),
    ...relationSections(portal, item).map(sectionBlock),
    ...decisionsBlock(portal, item),
    ...problemBlock(portal, item),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** A mention with a link to its twin. */
export function mentionLink({ title, url, ref }: EntityMention): string {
  return url
    ? markdownLink(title, `${url}index.md`)
    : `${plainText(title)} (\`${plainCode(ref)}\`, not in the catalog)`;
}

function factLine(portal: Portal, { label, values }: RailFact): string {
  const pages = `${portal.config.base}catalog/`;
  const texts = values.map(({ text, url, note, external, mark }) => {
    const isEntity = url !== undefined && !external && url.startsWith(pages) && url.endsWith('/');
    const shown = url ? markdownLink(text, isEntity ? `${url}index.md` : url) : plainText(text);
    const notes = [...(note ? [note] : []), ...(mark ? [`${mark.text}, ${mark.place}`] : [])];
    return notes.length > 0 ? `${shown} (${notes.map(plainText).join('; ')})` : shown;
  });
  return `- ${plainText(label)}: ${texts.join(', ')}`;
}

function docsLine(portal: Portal, item: CatalogEntity): readonly string[] {
  const docs = docsOf(portal, item.ref);
  return docs ? [`- Documentation: ${markdownLink(docs.site.title, docs.url)} (${docs.site.pages.length} pages)`] : [];
}

function sourceLines(portal: Portal, item: CatalogEntity): readonly string[] {
  const { repository, path, line } = item.source;
  const { sourceUrl, committedAt, commit } = provenanceOf(portal, repository, path, item.stale);
  const place = `${repository}/${path}:${line}`;
  const shown = sourceUrl ? markdownLink(place, sourceUrl) : plainText(place);
  const version = commit ? `, commit ${plainText(commit)} of ${plainText(committedAt)}` : '';
  const stale = item.stale && !item.stale.held ? ['- Older version: the newest definition was refused'] : [];
  const asOf = entityAsOf(portal, item);
  const age = asOf ? [`- As of: ${moment(asOf.time)}. ${plainText(asOf.reason)}`] : [];
  return [`- Source: ${shown}${version}`, ...age, ...stale];
}

function sectionBlock({ title, note, rows, more }: RelationSection): string {
  const lines = rows.map(({ entity, via }) => {
    const type = [entity.kind, entity.type, entity.lifecycle?.text].filter((text) => text !== undefined).map(plainText);
    const owner = entity.owner ? [`owner ${plainText(entity.owner.text)}`] : [];
    const path = via === '' ? '' : `; ${plainText(via)}`;
    return `- ${mentionLink(entity)}: ${[...type, ...owner].join(', ')}${path}`;
  });
  const rest = more ? [`- ${markdownLink(`${more.count} more in the JSON`, more.url)}`] : [];
  return [`## ${plainText(title)}`, '', ...(note ? [`${plainText(note)}.`, ''] : []), ...lines, ...rest].join('\n');
}

function decisionsBlock(portal: Portal, item: CatalogEntity): readonly string[] {
  const decisions = decisionsSection(portal, item);
  if (!decisions) return [];
  const lines = decisions.rows.map(({ number, title, url, status, date, deciders, successor }) => {
    const name = number === undefined ? title : `${number}. ${title}`;
    const said = [
      ...(status ? [plainText(status)] : []),
      ...(date ? [date] : []),
      ...(deciders ? [plainText(deciders)] : []),
    ];
    const by = successor ? ` (superseded by ${markdownLink(successor.text, successor.url)})` : '';
    return `- ${markdownLink(name, url)}${said.length > 0 ? `: ${said.join(', ')}` : ''}${by}`;
  });
  const hidden = decisions.count - decisions.rows.length;
  const rest = hidden > 0 ? [`- ${markdownLink(`${hidden} more`, decisions.listUrl)}`] : [];
  return [['## Decisions', '', ...lines, ...rest].join('\n')];
}

function problemBlock(portal: Portal, item: CatalogEntity): readonly string[] {
  const problems = worstFirst(portal.problemsByRef.get(item.ref) ?? []);
  if (problems.length === 0) return [];
  const lines = problems.slice(0, problemLimit).map((problem) => {
    const { severity, code, codeUrl, message, hint, address } = problemView(portal, problem);
    const at = address ? ` At ${plainText(address)}.` : '';
    return `- ${severity} ${markdownLink(code, codeUrl)}: ${plainText(message)} ${plainText(hint)}${at}`;
  });
  return [['## Problems', '', ...lines].join('\n')];
}

function plainCode(text: string): string {
  return text.replace(/[`\s]+/g, ' ');
}
