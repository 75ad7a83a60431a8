import { describeElement } from './describe-page.ts';
import { drawFigure } from './draw-figure.ts';
import { type HtmlElement, type HtmlNode, isElement, namespaces } from './html-tree.ts';
import { keepAttributes } from './keep-attributes.ts';
import type { PageState } from './page-state.ts';
import { rewriteElement } from './rewrite-element.ts';
import { docsAllowList, strippedElements, tableParts } from './sanitize-schema.ts';

/** Keeps what the allow-list names of nodes, made right for the page's place, and drops the rest. */
export function keepNodes(nodes: readonly HtmlNode[], state: PageState): HtmlNode[] {
  const kept: HtmlNode[] = [];
  for (const node of nodes) keepNode(node, kept, state);
  return kept;
}

function keepNode(node: HtmlNode, kept: HtmlNode[], state: PageState): void {
  if (node.nodeName === '#text') kept.push(node);
  if (!isElement(node)) return;
  const allowed = attributesFor(node, state);
  if (allowed === undefined) {
    state.reshaped = true;
    // Foreign elements go with what they hold: outside of them it would mean something else.
    if (node.namespaceURI !== namespaces.html || strippedElements.has(node.tagName)) return;
    for (const child of node.childNodes) keepNode(child, kept, state);
    return;
  }
  if (state.place.hooks !== undefined && drawFigure(node, state.place.hooks, state)) {
    kept.push(node);
    return;
  }
  keepAttributes(node, allowed);
  // Before the children, so that headings and paragraphs are met in reading order.
  describeElement(node, state);
  keepChildren(node, state);
  const rewritten = rewriteElement(node, state);
  if (rewritten === undefined) return;
  noteAnchors(rewritten, state);
  kept.push(rewritten);
}

function attributesFor({ namespaceURI, tagName }: HtmlElement, state: PageState): ReadonlySet<string> | undefined {
  if (namespaceURI === namespaces.svg) return docsAllowList.svg.get(tagName);
  if (namespaceURI !== namespaces.html) return docsAllowList.mathml.get(tagName);
  return state.insideTables === 0 && tableParts.has(tagName) ? undefined : docsAllowList.html.get(tagName);
}

function keepChildren(node: HtmlElement, state: PageState): void {
  if (node.childNodes.length === 0) return;
  const { tagName } = node;
  if (tagName === 'a') state.insideLinks += 1;
  if (tagName === 'table') state.insideTables += 1;
  node.childNodes = keepNodes(node.childNodes, state);
  if (tagName === 'a') state.insideLinks -= 1;
  if (tagName === 'table') state.insideTables -= 1;
}

function noteAnchors(element: HtmlElement, state: PageState): void {
  for (const { name, value } of element.attrs) {
    if (name === 'id' || name === 'name') state.links.noteAnchors({ properties: { [name]: value } });
  }
}
