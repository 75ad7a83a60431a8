import { resolveLink } from '../links/resolve-link.ts';
import { figureAllowList } from './figure-allow-list.ts';
import { attributeOf, type HtmlElement, type HtmlNode, isElement, namespaces, textOf } from './html-tree.ts';
import { keepFigureAttributes } from './keep-attributes.ts';
import type { Figure, PageHooks } from './page-hooks.ts';
import type { PageState } from './page-state.ts';
import { parseAnyHtml } from './parse-page.ts';
import { idPrefix } from './sanitize-schema.ts';

/**
 * Hands a code block or a formula to its hook. True when the element is drawn and done with; otherwise it goes on as any other, and
 * perhaps is replaced when what the hook promised is there.
 */
export function drawFigure(element: HtmlElement, hooks: PageHooks, state: PageState): boolean {
  const classes = attributeOf(element, 'class') ?? '';
  const isMaths = /(?:^|\s)arithmatex(?:\s|$)/.test(classes);
  const drawn = isMaths ? drawMaths(element, hooks) : drawCode(element, classes, hooks);
  if (drawn === undefined) return false;
  const number = state.figuresAsked;
  state.figuresAsked += 1;
  const place = (figure: Figure): boolean => {
    if (figure.problem !== undefined) state.problems.push(figure.problem);
    if (figure.html === undefined) return false;
    Object.assign(state.styles, figure.styles);
    placeFigure(element, figure.html, isMaths, `${idPrefix}figure-${number}-`, state);
    return true;
  };
  if (!(drawn instanceof Promise)) return place(drawn);
  state.figures.push(
    drawn.then(
      (figure) => () => place(figure),
      () => () => false,
    ),
  );
  return false;
}

function drawMaths(element: HtmlElement, hooks: PageHooks): ReturnType<PageHooks['maths']> {
  const written = textOf(element.childNodes).trim();
  const delimited = /^(?:\\\((.*)\\\)|\\\[(.*)\\\]|\$\$(.*)\$\$|\$(.*)\$)$/s.exec(written);
  const text = delimited?.slice(1).find((inner) => inner !== undefined) ?? written;
  return hooks.maths({ text, display: element.tagName !== 'span' });
}

function drawCode(element: HtmlElement, classes: string, hooks: PageHooks): ReturnType<PageHooks['codeBlock']> {
  const isBlock = element.tagName === 'pre' || (element.tagName === 'div' && /(?:^|\s)highlight(?:\s|$)/.test(classes));
  if (!isBlock) return undefined;
  const code = element.childNodes.filter(isElement).find(({ tagName }) => tagName === 'code');
  const names = `${classes} ${code ? (attributeOf(code, 'class') ?? '') : ''}`.toLowerCase().split(/\s+/);
  const language = names.map((name) => name.replace(/^language-/, '')).find((name) => hooks.languages.has(name));
  return language === undefined ? undefined : hooks.codeBlock({ language, text: textOf(element.childNodes) });
}

/** Puts a figure into the element: `<div class="docs-figure">` for code, `.arithmatex` for maths. */
function placeFigure(element: HtmlElement, html: string, isMaths: boolean, prefix: string, state: PageState): void {
  state.reshaped = true;
  if (!isMaths) element.nodeName = element.tagName = 'div';
  element.attrs = [{ name: 'class', value: isMaths ? 'arithmatex' : 'docs-figure' }];
  element.childNodes = keepFigureNodes(parseAnyHtml(html), prefix, state, false);
}

function keepFigureNodes(nodes: readonly HtmlNode[], prefix: string, state: PageState, foreign: boolean): HtmlNode[] {
  return nodes.filter((node) => {
    if (!isElement(node)) return node.nodeName === '#text';
    const { namespaceURI } = node;
    const isHtml = namespaceURI === namespaces.html;
    const list = isHtml ? 'html' : namespaceURI === namespaces.svg ? 'svg' : 'mathml';
    const allowed = figureAllowList[list].get(node.tagName);
    if (allowed === undefined || (isHtml && foreign)) return false;
    keepFigureAttributes(node, allowed, prefix);
    if (node.tagName === 'a') resolveFigureLink(node, state);
    node.childNodes = keepFigureNodes(node.childNodes, prefix, state, !isHtml);
    return true;
  });
}

function resolveFigureLink(element: HtmlElement, state: PageState): void {
  const link = resolveLink(attributeOf(element, 'href') ?? '', state.place, 'link');
  const { attrs } = element;
  element.attrs = attrs.filter(({ name }) => name !== 'href');
  if (link.type === 'broken' || link.type === 'refused') return;
  element.attrs.push({ name: 'href', value: link.href });
  if (link.type === 'external') element.attrs.push({ name: 'rel', value: 'noopener' });
}
