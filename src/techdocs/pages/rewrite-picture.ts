import { resolveLink } from '../links/resolve-link.ts';
import { attributeOf, type HtmlElement, makeElement, setAttribute, textNodes } from './html-tree.ts';
import { notePageProblem, type PageState } from './page-state.ts';

/**
 * Points a picture at its file, with the size that the file has, so that nothing moves when it arrives. All but the first of a page
 * wait until they come into view.
 */
export function rewritePicture(element: HtmlElement, state: PageState): HtmlElement {
  const source = attributeOf(element, 'src') ?? '';
  const link = resolveLink(source, state.place, 'picture');
  if (link.type === 'site') {
    setAttribute(element, 'src', link.href);
    setSize(element, link.target, state);
    if (state.pictures > 0) setAttribute(element, 'loading', 'lazy');
    setAttribute(element, 'decoding', 'async');
    state.pictures += 1;
    return element;
  }
  const alt = (attributeOf(element, 'alt') ?? '').trim();
  if (link.type === 'external') {
    state.links.noteLink(source, link);
    return pictureElsewhere(link.href, alt, state);
  }
  const code = link.type === 'refused' ? 'techdocs/unsafe-link' : 'techdocs/broken-link';
  notePageProblem(code, 'picture', source, link, state);
  const title = attributeOf(element, 'title');
  return makeElement('span', title === undefined ? {} : { title }, textNodes(alt));
}

/** The file's size, or what its author wrote with the other side in proportion. */
function setSize(element: HtmlElement, target: string, state: PageState): void {
  const written = [attributeOf(element, 'width'), attributeOf(element, 'height')];
  const [width, height] = written.map((value) =>
    /^\s*\d{1,5}(?:px)?\s*$/.test(value ?? '') ? Number.parseInt(value ?? '', 10) : 0,
  );
  if (width && height) return;
  // A share of the page's width, or nonsense: nothing is known in pixels.
  if (written.some((value, side) => value !== undefined && ![width, height][side])) return;
  const size = state.place.pictureSize?.(target);
  if (size === undefined || size.width <= 0 || size.height <= 0) return;
  const scale = width ? width / size.width : height ? height / size.height : 1;
  setAttribute(element, 'width', String(Math.max(1, Math.round(size.width * scale))));
  setAttribute(element, 'height', String(Math.max(1, Math.round(size.height * scale))));
}

/** No page of a portal asks another host for anything: a picture that lies elsewhere becomes a link to it. */
function pictureElsewhere(href: string, alt: string, state: PageState): HtmlElement {
  const { host } = new URL(href);
  state.pictureHosts.push(host);
  const children = textNodes(alt === '' ? host : alt);
  if (state.insideLinks > 0) return makeElement('span', {}, children);
  return makeElement('a', { href, rel: 'noopener' }, children);
}
