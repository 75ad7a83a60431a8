import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { DocsHeading } from './docs-site.ts';
import { type LinkPlace, type ResolvedLink, resolveLink } from './resolve-link.ts';
import { keepSafeClasses } from './safe-classes.ts';
import { judgeUrl } from './safe-url.ts';
import { docsSchema, idPrefix } from './sanitize-schema.ts';

/** What the rewriting of one page needs to know of its site. */
export interface PagePlace extends LinkPlace {
  /** Lower-case hosts, with port if not the usual one, whose pages may be shown in an iframe. */
  readonly iframeHosts: readonly string[];
}

/** Something of a page that was left out or leads nowhere. */
export interface PageProblem {
  readonly code: 'techdocs/broken-link' | 'techdocs/unsafe-link' | 'techdocs/iframe-blocked';
  readonly message: string;
  /** The address as it stands in the page; its line is searched by it. */
  readonly address: string;
}

/** A page that may be published. */
export interface SafePage {
  readonly html: string;
  readonly headings: readonly DocsHeading[];
  /** Text of the first `<h1>`, if there is one. */
  readonly title?: string;
  readonly description: string;
  readonly problems: readonly PageProblem[];
}

const parser = unified().use(rehypeParse, { fragment: true });
const writer = unified().use(rehypeStringify, { closeSelfClosing: false });
const sanitize = unified().use(rehypeSanitize, docsSchema).freeze();
const longestDescription = 200;

/** Makes rendered HTML safe to publish and right for its place: parse, sanitise, rewrite, write. Pure. */
export function makePageSafe(html: string, place: PagePlace): SafePage {
  const tree = sanitize.runSync(parser.parse(html)) as Root;
  const state: PageState = { place, headings: [], problems: [], title: undefined, description: undefined };
  tree.children = rewriteChildren(tree.children, state) as RootContent[];
  return {
    html: writer.stringify(tree),
    headings: state.headings,
    ...(state.title !== undefined && { title: state.title }),
    description: state.description ?? '',
    problems: state.problems,
  };
}

interface PageState {
  readonly place: PagePlace;
  readonly headings: DocsHeading[];
  readonly problems: PageProblem[];
  title: string | undefined;
  description: string | undefined;
}

function rewriteChildren(children: readonly (RootContent | ElementContent)[], state: PageState): ElementContent[] {
  const kept: ElementContent[] = [];
  for (const child of children) {
    if (child.type === 'text') kept.push(child);
    if (child.type !== 'element') continue;
    // Before the children, so that headings and paragraphs are met in reading order.
    collect(child, state);
    child.children = rewriteChildren(child.children, state);
    const rewritten = rewriteElement(child, state);
    if (rewritten) kept.push(rewritten);
  }
  return kept;
}

/** Notes headings, the title and the first paragraph. */
function collect(element: Element, state: PageState): void {
  const level = /^h[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) : 0;
  if (level === 1) state.title ??= headingText(element);
  else if (level > 1) {
    const id = element.properties['id'];
    if (typeof id === 'string') state.headings.push({ level, id, title: headingText(element) });
  } else if (element.tagName === 'p' && state.description === undefined && !hasClass(element, 'admonition-title')) {
    const text = plainText(element);
    if (text !== '') state.description = shorten(text);
  }
}

function headingText(element: Element): string {
  const children = element.children.filter((child) => !(child.type === 'element' && hasClass(child, 'headerlink')));
  return plainText({ ...element, children });
}

function plainText(element: Element): string {
  return textOf(element).replace(/\s+/g, ' ').trim();
}

function shorten(text: string): string {
  if (text.length <= longestDescription) return text;
  const cut = text.slice(0, longestDescription - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 100)).replace(/[\s,;:.–-]+$/, '')}…`;
}

function hasClass(element: Element, name: string): boolean {
  const classes = element.properties['className'];
  return Array.isArray(classes) && classes.includes(name);
}

const rewriters: Readonly<Record<string, (element: Element, state: PageState) => Element | undefined>> = {
  a: rewriteLink,
  img: rewritePicture,
  iframe: rewriteIframe,
  input: rewriteInput,
  label: rewriteLabel,
  source: rewriteMedia,
  track: rewriteMedia,
  audio: rewriteMedia,
  video: rewriteMedia,
  svg: rewriteDrawing,
};

function rewriteElement(element: Element, state: PageState): Element | undefined {
  const { properties } = element;
  if (Array.isArray(properties['className'])) {
    const classes = keepSafeClasses(properties['className']);
    if (classes.length > 0) properties['className'] = classes;
    else delete properties['className'];
  }
  if (typeof properties['headers'] === 'string' || Array.isArray(properties['headers'])) {
    properties['headers'] = [properties['headers']].flat().map((id) => `${idPrefix}${id}`);
  }
  delete properties['cite'];
  return Object.hasOwn(rewriters, element.tagName) ? rewriters[element.tagName]?.(element, state) : element;
}

function rewriteLink(element: Element, state: PageState): Element {
  const { properties } = element;
  const written = properties['href'];
  if (typeof written !== 'string') return element;
  const link = resolveLink(written, state.place, 'link');
  if (link.type === 'broken' || link.type === 'refused') {
    note(link.type === 'refused' ? 'techdocs/unsafe-link' : 'techdocs/broken-link', 'link', written, link, state);
    return { type: 'element', tagName: 'span', properties: keepTitle(properties), children: element.children };
  }
  properties['href'] = link.href;
  if (link.type === 'external') properties['rel'] = ['noopener'];
  return element;
}

function rewritePicture(element: Element, state: PageState): Element {
  const { properties } = element;
  const source = typeof properties['src'] === 'string' ? properties['src'] : '';
  delete properties['srcSet'];
  delete properties['sizes'];
  const link = resolveLink(source, state.place, 'picture');
  if (link.type === 'site') {
    properties['src'] = link.href;
    properties['loading'] = 'lazy';
    return element;
  }
  const alt = typeof properties['alt'] === 'string' ? properties['alt'].trim() : '';
  if (link.type === 'external') return pictureElsewhere(link.href, alt);
  note(link.type === 'refused' ? 'techdocs/unsafe-link' : 'techdocs/broken-link', 'picture', source, link, state);
  return { type: 'element', tagName: 'span', properties: keepTitle(properties), children: textNodes(alt) };
}

/** No page of a portal asks another host for anything: a picture that lies elsewhere becomes a link to it. */
function pictureElsewhere(href: string, alt: string): Element {
  const label = alt === '' ? new URL(href).host : alt;
  return { type: 'element', tagName: 'a', properties: { href, rel: ['noopener'] }, children: textNodes(label) };
}

function rewriteIframe(element: Element, state: PageState): Element | undefined {
  const written = element.properties['src'];
  const url = typeof written === 'string' ? judgeUrl(written) : { type: 'refused' as const };
  if (url.type !== 'external' || !url.href.startsWith('http')) return undefined;
  const { host, hostname } = new URL(url.href);
  const allowed =
    url.href.startsWith('https:') && state.place.iframeHosts.some((known) => known === host || known === hostname);
  if (!allowed) {
    const message = `an iframe shows ${host}, which techdocs.iframeHosts does not name; a link stands in its place`;
    state.problems.push({ code: 'techdocs/iframe-blocked', message, address: String(written) });
    return {
      type: 'element',
      tagName: 'a',
      properties: { href: url.href, rel: ['noopener'] },
      children: textNodes(titleOf(element) ?? url.href),
    };
  }
  const { properties } = element;
  Object.assign(properties, {
    src: url.href,
    loading: 'lazy',
    sandbox: ['allow-scripts', 'allow-same-origin', 'allow-popups'],
    referrerPolicy: 'no-referrer',
  });
  element.children = [];
  return element;
}

/** Task lists have dead checkboxes; tabs have radio buttons that work without scripts. Nothing else is an input. */
function rewriteInput(element: Element): Element | undefined {
  const { properties } = element;
  if (properties['type'] === 'checkbox') {
    properties['disabled'] = true;
    delete properties['name'];
    delete properties['id'];
    return element;
  }
  const isTab = typeof properties['id'] === 'string' && properties['id'].startsWith(`${idPrefix}__tabbed_`);
  return properties['type'] === 'radio' && isTab && typeof properties['name'] === 'string' ? element : undefined;
}

function rewriteLabel(element: Element): Element {
  const target = element.properties['htmlFor'];
  if (target !== undefined) element.properties['htmlFor'] = [target].flat().map((id) => `${idPrefix}${id}`);
  return element;
}

function rewriteMedia(element: Element, state: PageState): Element | undefined {
  const { properties } = element;
  delete properties['srcSet'];
  for (const name of ['src', 'poster'] as const) {
    const written = properties[name];
    if (typeof written !== 'string') continue;
    const link = resolveLink(written, state.place, 'picture');
    if (link.type === 'site') {
      properties[name] = link.href;
      continue;
    }
    delete properties[name];
    if (link.type === 'broken') note('techdocs/broken-link', element.tagName, written, link, state);
  }
  const needsSource = element.tagName === 'source' || element.tagName === 'track';
  return needsSource && properties['src'] === undefined ? undefined : element;
}

function rewriteDrawing(element: Element): Element {
  delete element.properties['id'];
  element.properties['ariaHidden'] = 'true';
  return element;
}

function note(code: PageProblem['code'], what: string, address: string, link: ResolvedLink, state: PageState): void {
  const shown = address.length > 200 ? `${address.slice(0, 200)}…` : address;
  const reason = link.type === 'broken' ? link.reason : 'has an address that is not allowed';
  const kind = what === 'link' ? 'the link' : `the ${what}`;
  state.problems.push({ code, message: `${kind} "${shown}" ${reason}`, address });
}

function titleOf(element: Element): string | undefined {
  const title = element.properties['title'];
  return typeof title === 'string' && title.trim() !== '' ? title : undefined;
}

function keepTitle(properties: Element['properties']): Element['properties'] {
  return typeof properties['title'] === 'string' ? { title: properties['title'] } : {};
}

function textNodes(value: string): ElementContent[] {
  return value === '' ? [] : [{ type: 'text', value }];
}
