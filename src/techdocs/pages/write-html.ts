import type { DefaultTreeAdapterTypes } from 'parse5';
import { type HtmlElement, type HtmlNode, isElement, voidElements } from './html-tree.ts';

/**
 * Writes sanitised nodes as HTML, as the HTML standard says a fragment is serialised. Only for trees without comments and without
 * elements whose text is read raw (`script`, `style`, `xmp` …): no such element is in an allow-list.
 */
export function writeHtml(nodes: readonly HtmlNode[]): string {
  let html = '';
  for (const node of nodes) {
    if (isElement(node)) html += writeElement(node);
    else if (node.nodeName === '#text') html += escapeText((node as DefaultTreeAdapterTypes.TextNode).value);
  }
  return html;
}

function writeElement(element: HtmlElement): string {
  const { tagName } = element;
  let html = `<${tagName}`;
  for (const { name, value } of element.attrs) html += ` ${name}="${escapeAttribute(value)}"`;
  if (voidElements.has(tagName)) return `${html}>`;
  // A line break right after the tag would be dropped by whoever reads it.
  const first = tagName === 'pre' ? element.childNodes[0] : undefined;
  const breaks = first?.nodeName === '#text' && (first as DefaultTreeAdapterTypes.TextNode).value.startsWith('\n');
  return `${html}>${breaks ? '\n' : ''}${writeHtml(element.childNodes)}</${tagName}>`;
}

function escapeText(text: string): string {
  return /[&<>\u00a0]/.test(text) ? text.replace(/[&<>\u00a0]/g, escapeOne) : text;
}

/** With `<` and `>`, as the standard now says: an attribute never looks like a tag, whoever reads it and how. */
function escapeAttribute(text: string): string {
  return /["&<>\u00a0]/.test(text) ? text.replace(/["&<>\u00a0]/g, escapeOne) : text;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00a0': '&nbsp;',
};

function escapeOne(character: string): string {
  return escapes[character] as string;
}

/** Writes nodes as XML: attributes by their whole names, nothing that XML does not allow. */
export function writeXml(nodes: readonly HtmlNode[]): string {
  let xml = '';
  for (const node of nodes) {
    if (node.nodeName === '#text') xml += escapeXml((node as DefaultTreeAdapterTypes.TextNode).value);
    if (!isElement(node)) continue;
    const attributes = node.attrs.map(({ name, value }) => ` ${name}="${escapeXml(value)}"`).join('');
    const inner = writeXml(node.childNodes);
    xml += `<${node.tagName}${attributes}${inner === '' ? ' />' : `>${inner}</${node.tagName}>`}`;
  }
  return xml;
}

function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what XML does not allow
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed();
  return allowed.replace(/[&<>"]/g, escapeOne);
}
