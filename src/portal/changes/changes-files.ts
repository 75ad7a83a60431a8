import { v5 as uuid } from 'uuid';
import type { Portal } from '../assemble-portal.ts';
import { escapeXml } from '../machine/escape-xml.ts';
import type { MachineFile } from '../machine/machine-file.ts';
import { urlOf } from '../urls.ts';
import type { ChangeView, RepositoryChanges } from '../views/changes.ts';
import { type Texts, textsIn } from '../views/text/texts.ts';
import { byRepository } from './change-views.ts';
import { changesJsonPath, changesPath, feedPath } from './changes-paths.ts';

const mostInJson = 2000;
const mostEntries = 50;

/** What changed, for machines: JSON, and an Atom feed (RFC 4287) with one entry a repository and build. */
export function* changesFiles(portal: Portal): Generator<MachineFile> {
  const { changes } = portal;
  if (!changes) return;
  const known = { changes: changes.slice(0, mostInJson), total: changes.length };
  yield { path: changesJsonPath, text: `${JSON.stringify(known, undefined, 2)}\n` };
  yield { path: feedPath, text: writeFeed(portal, byRepository(portal, changes).slice(0, mostEntries)) };
}

function writeFeed(portal: Portal, groups: readonly RepositoryChanges[]): string {
  const { base, language, title, url } = portal.config;
  const text = textsIn(language).changes;
  const at = (path: string) => escapeXml(url ? `${url}${urlOf('/', path)}` : urlOf(base, path));
  const name = escapeXml(title);
  const entries = groups.map((group) => {
    return [
      '<entry>',
      `<id>${idOf(portal, `${group.repository} ${group.at}`)}</id>`,
      `<title>${escapeXml(titleOf(group, text))}</title>`,
      `<updated>${group.at}</updated>`,
      `<link href="${at(changesPath)}#${encodeURIComponent(group.at)}"/>`,
      `<content type="text">${escapeXml(textOf(group, text))}</content>`,
      '</entry>',
    ].join('\n');
  });
  // Of a portal in which nothing ever changed, the beginning of time as computers tell it.
  const updated = groups[0]?.at ?? '1970-01-01T00:00:00.000Z';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${idOf(portal, '')}</id>`,
    `<title>${escapeXml(text.feedTitle(title))}</title>`,
    `<updated>${updated}</updated>`,
    `<author><name>${name}</name></author>`,
    `<link href="${at(changesPath)}"/>`,
    `<link rel="self" href="${at(feedPath)}"/>`,
    ...entries,
    '</feed>\n',
  ].join('\n');
}

// The same with every build, and another one for another portal.
function idOf({ config: { title, url = '' } }: Portal, what: string): string {
  return `urn:uuid:${uuid(`${url} ${title} ${what}`, uuid.URL)}`;
}

function titleOf({ repository, changes, more }: RepositoryChanges, text: Texts['changes']): string {
  const [first] = changes;
  const count = changes.length + more;
  if (count === 1 && first) return text.entryOfOne(first.entity.title, first.what, repository);
  return text.entryOfMany(count, repository);
}

function textOf({ changes, more }: RepositoryChanges, text: Texts['changes']): string {
  const lines = changes.map((change) => `${change.entity.title}: ${describeChange(change, text)}`);
  return [...lines, ...(more > 0 ? [text.andMore(more)] : [])].join('\n');
}

/** A change in words: `owner from a to b; tags`. */
function describeChange({ what, fields, moreFields }: ChangeView, text: Texts['changes']): string {
  if (what !== 'changed') return text[what].toLowerCase();
  const told = fields.map(({ field, from, to }) => {
    if (to === undefined) return from === undefined ? text.fieldChanged(field) : text.fieldRemoved(field, from);
    return from === undefined ? text.fieldIsNow(field, to) : text.fieldFromTo(field, from, to);
  });
  return [...told, ...(moreFields > 0 ? [text.moreFields(moreFields)] : [])].join('; ');
}
