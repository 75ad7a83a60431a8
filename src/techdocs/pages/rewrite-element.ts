import type { Element, ElementContent } from 'hast';
import { resolveLink } from '../links/resolve-link.ts';
import { notePageProblem, type PageState } from './page-state.ts';
import { keepSafeClasses } from './safe-classes.ts';
import { judgeUrl } from './safe-url.ts';
import { idPrefix } from './sanitize-schema.ts';

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

/** Makes one sanitised element right for its place in the site; `undefined` when nothing of it may stay. */
export function rewriteElement(element: Element, state: PageState): Element | undefined {
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
    notePageProblem(
      link.type === 'refused' ? 'techdocs/unsafe-link' : 'techdocs/broken-link',
      'link',
      written,
      link,
      state,
    );
    return { type: 'element', tagName: 'span', properties: keepTitle(properties), children: element.children };
  }
  state.links.noteLink(written, link);
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
  if (link.type === 'external') {
    state.links.noteLink(source, link);
    return pictureElsewhere(link.href, alt, state);
  }
  notePageProblem(
    link.type === 'refused' ? 'techdocs/unsafe-link' : 'techdocs/broken-link',
    'picture',
    source,
    link,
    state,
  );
  return { type: 'element', tagName: 'span', properties: keepTitle(properties), children: textNodes(alt) };
}

/** No page of a portal asks another host for anything: a picture that lies elsewhere becomes a link to it. */
function pictureElsewhere(href: string, alt: string, state: PageState): Element {
  const { host } = new URL(href);
  state.pictureHosts.push(host);
  const children = textNodes(alt === '' ? host : alt);
  if (state.insideLinks > 0) return { type: 'element', tagName: 'span', properties: {}, children };
  return { type: 'element', tagName: 'a', properties: { href, rel: ['noopener'] }, children };
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
    // A task's text is often outside the label, and a checkbox must have a name.
    properties['ariaLabel'] = properties['checked'] ? 'done' : 'not done';
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
    if (link.type === 'broken') notePageProblem('techdocs/broken-link', element.tagName, written, link, state);
  }
  const needsSource = element.tagName === 'source' || element.tagName === 'track';
  return needsSource && properties['src'] === undefined ? undefined : element;
}

function rewriteDrawing(element: Element): Element {
  delete element.properties['id'];
  element.properties['ariaHidden'] = 'true';
  return element;
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
