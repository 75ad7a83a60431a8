import type { DocsNavItem } from '../docs-site.ts';
import type { SiteRecord } from './site-record.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Whether a value that was read is a record, as far as harm could come of it: its file names stay in the entry, its addresses in
 * the site, and what is walked through is there. Pure.
 */
export function isSiteRecord(value: unknown): value is SiteRecord {
  if (!isFields(value)) return false;
  const { title, nav, pages, assets, redirects, decisions = [], diagnostics } = value;
  return (
    typeof title === 'string' &&
    isNav(nav, 0) &&
    isListOf(pages, isPage) &&
    isListOf(assets, isAsset) &&
    isListOf(redirects, (pair) => isListOf(pair, isPath) && pair.length === 2) &&
    isListOf(decisions, isDecision) &&
    isListOf(diagnostics, (item) => isFields(item) && areTexts(item, 'code', 'message'))
  );
}

function isDecision(value: unknown): boolean {
  if (!isFields(value) || !areTexts(value, 'title', 'state')) return false;
  const { path, supersededBy = '', deciders } = value;
  return isPath(path) && isPath(supersededBy) && isListOf(deciders, (person) => typeof person === 'string');
}

function isNav(value: unknown, depth: number): value is readonly DocsNavItem[] {
  return depth < 100 && isListOf(value, (item) => isFields(item) && isNavItem(item, depth));
}

function isNavItem({ title, path, children }: Fields, depth: number): boolean {
  return typeof title === 'string' && (path === undefined || typeof path === 'string') && isNav(children, depth + 1);
}

function isPage(value: unknown): boolean {
  if (!isFields(value) || !areTexts(value, 'sourcePath', 'title', 'description')) return false;
  const { path, file, hash, headings, mathsStyles = '' } = value;
  return (
    isPath(path) &&
    isPath(mathsStyles) &&
    isText(file, /^[0-9a-f]{32}\.html$/) &&
    isDigest(hash) &&
    isListOf(headings, isHeading) &&
    hasLinks(value)
  );
}

function hasLinks({ anchors = [], mended, references }: Fields): boolean {
  return (
    isListOf(anchors, (anchor) => typeof anchor === 'string') &&
    isListOf(mended, (pair) => isListOf(pair, (href) => typeof href === 'string') && pair.length === 2) &&
    isListOf(references, (reference) => isFields(reference) && areTexts(reference, 'href'))
  );
}

function isHeading(value: unknown): boolean {
  return isFields(value) && areTexts(value, 'id', 'title') && Number.isInteger(value['level']);
}

function isAsset(value: unknown): boolean {
  if (!isFields(value) || !isPath(value['path']) || !Number.isInteger(value['size'])) return false;
  const { oid, file, hash } = value;
  if (oid !== undefined) return file === undefined && isText(oid, /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
  return isText(file, /^[0-9a-f]{32}\.[a-z0-9]{1,16}$/) && isDigest(hash);
}

function isPath(value: unknown): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (!isText(value, /^[^\u0000\\]*$/) || String(value).startsWith('/')) return false;
  return !String(value)
    .split('/')
    .some((part) => part === '..' || part === '.');
}

function isDigest(value: unknown): boolean {
  return isText(value, /^[0-9a-f]{64}$/);
}

function isText(value: unknown, form: RegExp): boolean {
  return typeof value === 'string' && form.test(value);
}

function areTexts(fields: Fields, ...names: readonly string[]): boolean {
  return names.every((name) => typeof fields[name] === 'string');
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isItem);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
