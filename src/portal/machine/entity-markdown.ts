import type { CatalogEntity } from '../../catalog/entity.ts';
import { docsOf, mentionOf, type Portal } from '../assemble-portal.ts';
import { entitySections } from '../entity/entity-sections.ts';
import { worstFirst } from '../problems/problem-index.ts';
import { problemView } from '../problems/problem-view.ts';
import { provenanceOf } from '../provenance.ts';
import { railOf } from '../rail.ts';
import { entityAsOf } from '../stale-view.ts';
import { entityJsonPath, entityMarkdownPath, entityPath, urlOf } from '../urls.ts';
import type { DecisionsSection } from '../views/decisions.ts';
import type { RailFact } from '../views/entity.ts';
import type { EntitySection, FactList, RelationSection } from '../views/entity-sections.ts';
import type { EntityMention } from '../views/shared.ts';
import type { OwnedSection, PeopleSection, TeamNode } from '../views/teams.ts';
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
      .filter(({ id }) => id !== 'docs' && id !== 'lifecycle')
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
    ...entitySections(portal, item).flatMap(sectionBlocks),
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

/** What of a page's sections can be said in lines; drawings, files and what the facts above say already are left out. */
function sectionBlocks(section: EntitySection): readonly string[] {
  const block = (...lines: readonly string[]) => [[`## ${plainText(section.title)}`, '', ...lines].join('\n')];
  switch (section.shows) {
    case 'entities':
    case 'dependents':
      return block(...tableLines(section.table));
    case 'people':
      return block(...peopleLines(section.people));
    case 'tree':
      return block(...section.tree.roots.flatMap((root) => teamLines(root, 0)));
    case 'owned':
      return block(...ownedLines(section.owned));
    case 'decisions':
      return block(...decisionLines(section.decisions));
    case 'facts':
      return block(...section.lists.flatMap(factListLines));
    default:
      return [];
  }
}

function mentionLine(entity: EntityMention, via: string): string {
  const type = [entity.kind, entity.type, entity.lifecycle?.text].filter((text) => text !== undefined).map(plainText);
  const owner = entity.owner ? [`owner ${plainText(entity.owner.text)}`] : [];
  const path = via === '' ? '' : `; ${plainText(via)}`;
  return `- ${mentionLink(entity)}: ${[...type, ...owner].join(', ')}${path}`;
}

function tableLines({ note, rows, more }: RelationSection): readonly string[] {
  const lines = rows.map(({ entity, via }) => mentionLine(entity, via));
  const rest = more ? [`- ${markdownLink(`${more.count} more in the JSON`, more.url)}`] : [];
  return [...(note ? [`${plainText(note)}.`, ''] : []), ...lines, ...rest];
}

function ownedLines({ note, kinds }: OwnedSection): readonly string[] {
  const lines = kinds.flatMap(({ title, count, rows, url, more }) => [
    `- ${plainText(title)}: ${count}`,
    ...rows.map(({ entity, via }) => `  ${mentionLine(entity, via?.text ?? '')}`),
    ...(more > 0 ? [`  - ${markdownLink(`${more} more in the list`, url)}`] : []),
  ]);
  return [...(note ? [`${plainText(note)}.`, ''] : []), ...lines];
}

function peopleLines({ note, people, below }: PeopleSection): readonly string[] {
  return [
    `${plainText(note)}.`,
    '',
    ...people.map(({ entity, email }) => `- ${mentionLink(entity)}${email ? `, ${plainText(email.text)}` : ''}`),
    ...below.map(({ team, people, more }) => {
      const rest = more > 0 ? [`${more} more`] : [];
      return `- ${mentionLink(team)}: ${[...people.map(mentionLink), ...rest].join(', ')}`;
    }),
  ];
}

function teamLines({ team, note, children, more }: TeamNode, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  return [
    `${indent}- ${mentionLink(team)}${note ? `: ${plainText(note)}` : ''}`,
    ...children.flatMap((child) => teamLines(child, depth + 1)),
    ...(more > 0 ? [`${indent}  - ${more} more`] : []),
  ];
}

function factListLines({ facts }: FactList): readonly string[] {
  return facts.map(({ name, text, url }) => {
    return `- ${plainText(name)}: ${url ? markdownLink(text, url) : plainText(text)}`;
  });
}

function decisionLines({ rows, count, listUrl }: DecisionsSection): readonly string[] {
  const lines = rows.map(({ number, title, url, status, date, deciders, successor }) => {
    const name = number === undefined ? title : `${number}. ${title}`;
    const said = [
      ...(status ? [plainText(status)] : []),
      ...(date ? [date] : []),
      ...(deciders ? [plainText(deciders)] : []),
    ];
    const by = successor ? ` (superseded by ${markdownLink(successor.text, successor.url)})` : '';
    return `- ${markdownLink(name, url)}${said.length > 0 ? `: ${said.join(', ')}` : ''}${by}`;
  });
  const hidden = count - rows.length;
  return [...lines, ...(hidden > 0 ? [`- ${markdownLink(`${hidden} more`, listUrl)}`] : [])];
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
