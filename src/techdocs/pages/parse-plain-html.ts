import { type HtmlAttribute, type HtmlElement, type HtmlNode, namespaces, textNodes } from './html-tree.ts';
import { decodePlain } from './plain-characters.ts';
import { fitsInto, plainElements, plainSvgAttributes, plainSvgElements, plainVoid } from './plain-elements.ts';

const deepest = 400;
const mostAttributes = 24;

interface Reading {
  readonly html: string;
  readonly stack: HtmlElement[];
  readonly top: HtmlNode[];
  /** Open elements that may not be met inside themselves, by name. */
  readonly open: Map<string, number>;
  at: number;
}

/**
 * Reads HTML that is written plainly: every element closed and where it belongs, attributes in double quotes, no surprises. Gives the
 * very tree that parse5 gives, several times faster; `undefined` for any HTML of which that is not certain.
 */
export function parsePlainHtml(html: string): HtmlNode[] | undefined {
  // What parsers replace or treat as space in some places only.
  if (/[\0\r\f]/.test(html)) return undefined;
  const reading: Reading = { html, stack: [], top: [], open: new Map(), at: 0 };
  while (reading.at < html.length) {
    const start = html.indexOf('<', reading.at);
    const end = start === -1 ? html.length : start;
    if (end > reading.at && !readText(reading, end)) return undefined;
    if (start === -1) break;
    const next = html.charCodeAt(start + 1);
    const read = next === slash ? readEndTag(reading) : next === bang ? readComment(reading) : readStartTag(reading);
    if (!read) return undefined;
  }
  return reading.stack.length === 0 ? reading.top : undefined;
}

const [slash, bang, equals, quote, greater] = [47, 33, 61, 34, 62];

function readText(reading: Reading, end: number): boolean {
  const parent = reading.stack.at(-1);
  const written = reading.html.slice(reading.at, end);
  let text = written.includes('&') ? decodePlain(written) : written;
  if (text === undefined) return false;
  if (parent !== undefined && plainElements.get(parent.tagName)?.holds !== undefined && /[^ \t\n]/.test(text))
    return false;
  reading.at = end;
  if (parent?.tagName === 'pre' && parent.childNodes.length === 0 && text.startsWith('\n')) text = text.slice(1);
  append(reading, textNodes(text)[0]);
  return true;
}

function append({ stack, top }: Reading, node: HtmlNode | undefined): void {
  if (node === undefined) return;
  const parent = stack.at(-1);
  if (parent) node.parentNode = parent;
  (parent?.childNodes ?? top).push(node);
}

function readEndTag(reading: Reading): boolean {
  const element = reading.stack.pop();
  if (element === undefined || !reading.html.startsWith(`${element.tagName}>`, reading.at + 2)) return false;
  reading.at += element.tagName.length + 3;
  const nesting = plainElements.get(element.tagName)?.notInside;
  if (nesting !== undefined) reading.open.set(nesting, (reading.open.get(nesting) ?? 1) - 1);
  return true;
}

/** Comments are not published, and whatever ends one early or late is not plain. */
function readComment(reading: Reading): boolean {
  const { html, at } = reading;
  if (!html.startsWith('<!--', at)) return false;
  const end = html.indexOf('--', at + 4);
  if (end === -1 || html.charCodeAt(end + 2) !== greater) return false;
  const data = html.slice(at + 4, end);
  if (/^-?>|[<!-]$|<!/.test(data)) return false;
  append(reading, { nodeName: '#comment', data, parentNode: null });
  reading.at = end + 3;
  return true;
}

function readStartTag(reading: Reading): boolean {
  const { html, stack, open } = reading;
  let end = reading.at + 1;
  for (let code = html.charCodeAt(end); isNameCode(code); code = html.charCodeAt(end)) end += 1;
  const tagName = html.slice(reading.at + 1, end);
  const parent = stack.at(-1);
  const inSvg = parent?.namespaceURI === namespaces.svg;
  const isSvg = inSvg || tagName === 'svg';
  if (isSvg && !plainSvgElements.has(tagName)) return false;
  const rule = isSvg ? undefined : plainElements.get(tagName);
  if (!isSvg && rule === undefined) return false;
  if (!inSvg && !fitsInto(tagName, parent?.tagName, open)) return false;
  const attrs: HtmlAttribute[] = [];
  const after = readAttributes(html, end, attrs, isSvg);
  if (after === -1) return false;
  const closed = html.charCodeAt(after) === slash;
  reading.at = after + (closed ? 2 : 1);
  const namespaceURI = isSvg ? namespaces.svg : namespaces.html;
  const element: HtmlElement = { nodeName: tagName, tagName, attrs, namespaceURI, parentNode: null, childNodes: [] };
  append(reading, element);
  if (plainVoid.has(tagName)) return true;
  if (closed) return isSvg;
  stack.push(element);
  if (rule?.notInside !== undefined) open.set(rule.notInside, (open.get(rule.notInside) ?? 0) + 1);
  return stack.length <= deepest;
}

/** Reads attributes up to `>` or `/>` and says where that stands; -1 when they are not plain. */
function readAttributes(html: string, from: number, attrs: HtmlAttribute[], isSvg: boolean): number {
  let at = from;
  for (;;) {
    const spaced = at;
    while (isSpaceCode(html.charCodeAt(at))) at += 1;
    const code = html.charCodeAt(at);
    if (code === greater) return at;
    if (code === slash) return html.charCodeAt(at + 1) === greater ? at : -1;
    if (spaced === at || attrs.length === mostAttributes) return -1;
    let end = at;
    for (let inName = html.charCodeAt(end); isAttributeCode(inName); inName = html.charCodeAt(end)) end += 1;
    const name = html.slice(at, end);
    if (end === at || attrs.some((known) => known.name === name)) return -1;
    if (isSvg ? !plainSvgAttributes.has(name) : name !== name.toLowerCase()) return -1;
    at = end;
    let value: string | undefined = '';
    if (html.charCodeAt(at) === equals) {
      if (html.charCodeAt(at + 1) !== quote) return -1;
      const close = html.indexOf('"', at + 2);
      if (close === -1) return -1;
      const written = html.slice(at + 2, close);
      value = written.includes('&') ? decodePlain(written) : written;
      if (value === undefined) return -1;
      at = close + 1;
    }
    attrs.push(name === 'xmlns' && isSvg ? { name, value, prefix: '', namespace: namespaces.xmlns } : { name, value });
  }
}

function isNameCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

function isAttributeCode(code: number): boolean {
  return isNameCode(code) || (code >= 65 && code <= 90) || code === 45 || code === 95 || code === 58;
}

function isSpaceCode(code: number): boolean {
  return code === 32 || code === 10 || code === 9;
}
