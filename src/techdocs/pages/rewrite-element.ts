import { resolveLink } from '../links/resolve-link.ts';
import { attributeOf, type HtmlElement, makeElement, setAttribute, textNodes } from './html-tree.ts';
import { notePageProblem, type PageState } from './page-state.ts';
import { rewritePicture } from './rewrite-picture.ts';
import { judgeUrl } from './safe-url.ts';
import { idPrefix } from './sanitize-schema.ts';

const rewriters: ReadonlyMap<string, (element: HtmlElement, state: PageState) => HtmlElement | undefined> = new Map([
  ['a', rewriteLink],
  ['img', rewritePicture],
  ['iframe', rewriteIframe],
  ['input', rewriteInput],
  ['source', rewriteMedia],
  ['track', rewriteMedia],
  ['audio', rewriteMedia],
  ['video', rewriteMedia],
  ['svg', rewriteDrawing],
]);

/** Makes one sanitised element right for its place in the site; `undefined` when nothing of it may stay. */
export function rewriteElement(element: HtmlElement, state: PageState): HtmlElement | undefined {
  const rewriter = rewriters.get(element.tagName);
  return rewriter === undefined ? element : rewriter(element, state);
}

function rewriteLink(element: HtmlElement, state: PageState): HtmlElement {
  const written = attributeOf(element, 'href');
  if (written === undefined) return element;
  const link = resolveLink(written, state.place, 'link');
  if (link.type === 'broken' || link.type === 'refused') {
    const code = link.type === 'refused' ? 'techdocs/unsafe-link' : 'techdocs/broken-link';
    notePageProblem(code, 'link', written, link, state);
    const title = attributeOf(element, 'title');
    return makeElement('span', title === undefined ? {} : { title }, element.childNodes);
  }
  state.links.noteLink(written, link);
  setAttribute(element, 'href', link.href);
  if (link.type === 'external') setAttribute(element, 'rel', 'noopener');
  return element;
}

function rewriteIframe(element: HtmlElement, state: PageState): HtmlElement | undefined {
  const written = attributeOf(element, 'src') ?? '';
  const url = judgeUrl(written);
  if (url.type !== 'external' || !url.href.startsWith('http')) return undefined;
  const { host, hostname } = new URL(url.href);
  const allowed =
    url.href.startsWith('https:') && state.place.iframeHosts.some((known) => known === host || known === hostname);
  if (!allowed) {
    const message = `an iframe shows ${host}, which techdocs.iframeHosts does not name; a link stands in its place`;
    state.problems.push({ code: 'techdocs/iframe-blocked', message, address: written });
    const title = attributeOf(element, 'title')?.trim();
    const text = textNodes(title || url.href);
    return state.insideLinks > 0
      ? makeElement('span', {}, text)
      : makeElement('a', { href: url.href, rel: 'noopener' }, text);
  }
  setAttribute(element, 'src', url.href);
  setAttribute(element, 'loading', 'lazy');
  setAttribute(element, 'sandbox', 'allow-scripts allow-same-origin allow-popups');
  setAttribute(element, 'referrerpolicy', 'no-referrer');
  element.childNodes = [];
  return element;
}

/** Task lists have dead checkboxes; tabs have radio buttons that work without scripts. Nothing else is an input. */
function rewriteInput(element: HtmlElement): HtmlElement | undefined {
  if (attributeOf(element, 'type') === 'checkbox') {
    const checked = attributeOf(element, 'checked') !== undefined;
    // A task's text is often outside the label, and a checkbox must have a name.
    const attributes = { disabled: '', 'aria-label': checked ? 'done' : 'not done' };
    return makeElement('input', { type: 'checkbox', ...(checked && { checked: '' }), ...attributes }, []);
  }
  const isTab = attributeOf(element, 'id')?.startsWith(`${idPrefix}__tabbed_`) ?? false;
  return attributeOf(element, 'type') === 'radio' && isTab && attributeOf(element, 'name') !== undefined
    ? element
    : undefined;
}

function rewriteMedia(element: HtmlElement, state: PageState): HtmlElement | undefined {
  for (const name of ['src', 'poster']) {
    const written = attributeOf(element, name);
    if (written === undefined) continue;
    const link = resolveLink(written, state.place, 'picture');
    setAttribute(element, name, link.type === 'site' ? link.href : undefined);
    if (link.type === 'broken') notePageProblem('techdocs/broken-link', element.tagName, written, link, state);
  }
  const needsSource = element.tagName === 'source' || element.tagName === 'track';
  return needsSource && attributeOf(element, 'src') === undefined ? undefined : element;
}

function rewriteDrawing(element: HtmlElement): HtmlElement {
  setAttribute(element, 'id', undefined);
  setAttribute(element, 'aria-hidden', 'true');
  return element;
}
