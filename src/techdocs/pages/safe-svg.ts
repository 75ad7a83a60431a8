import {
  type HtmlAttribute,
  type HtmlElement,
  type HtmlNode,
  isElement,
  namespaces,
  textNodes,
  textOf,
} from './html-tree.ts';
import { parseAnyHtml } from './parse-page.ts';
import { strippedFromSvg, svgAllowList } from './svg-allow-list.ts';
import { writeXml } from './write-html.ts';

const largest = 8 * 1024 * 1024;

/**
 * Makes an SVG file from a docs folder safe to publish: an allow-list of drawing elements, no scripts, no styles or references that reach
 * outside. `undefined` when it is not UTF-8, not an SVG, or too large. Throws PageTooHard when it cannot be read within bounds.
 */
export function makeSvgSafe(bytes: Uint8Array): string | undefined {
  if (bytes.byteLength > largest) return undefined;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
  const start = text.search(/<svg[\s>]/);
  if (start === -1) return undefined;
  const svg = keepNodes(parseAnyHtml(text.slice(start))).find((node) => isElement(node) && node.tagName === 'svg');
  if (svg === undefined || !isElement(svg)) return undefined;
  svg.attrs.push({ name: 'xmlns', value: namespaces.svg }, { name: 'xmlns:xlink', value: namespaces.xlink });
  return writeXml([svg]);
}

function keepNodes(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (!isElement(node)) return node.nodeName === '#text' ? [node] : [];
    const allowed = node.namespaceURI === namespaces.svg ? svgAllowList.get(node.tagName) : undefined;
    if (allowed === undefined) {
      const isGone = node.namespaceURI !== namespaces.svg || strippedFromSvg.has(node.tagName);
      return isGone ? [] : keepNodes(node.childNodes);
    }
    if (node.tagName === 'style') return [keepStyle(node)];
    node.attrs = node.attrs.flatMap((attribute) => keepAttribute(node, attribute, allowed));
    node.childNodes = keepNodes(node.childNodes);
    return [node];
  });
}

/** References only inside the drawing, pictures only as data. */
function keepAttribute(
  { tagName }: HtmlElement,
  { name, value, namespace }: HtmlAttribute,
  allowed: ReadonlySet<string>,
): HtmlAttribute[] {
  if (namespace === namespaces.xml && name === 'space') return [{ name: 'xml:space', value }];
  const isLink = name === 'href' && (namespace === undefined || namespace === namespaces.xlink);
  if (isLink) {
    const isPicture = tagName === 'image' && /^data:image\/(?:png|jpeg|gif|webp);base64,[\w+/=\s]*$/i.test(value);
    if (!isPicture && !/^#[\w:.-]+$/.test(value)) return [];
    return [{ name: namespace === undefined ? 'href' : 'xlink:href', value }];
  }
  if (namespace !== undefined || !allowed.has(name) || reachesOutside(value)) return [];
  return [{ name, value }];
}

/** Styles only where they cannot load or end anything. */
function keepStyle(element: HtmlElement): HtmlElement {
  const css = textOf(element.childNodes);
  const isSafe = !reachesOutside(css) && !/[<&\\]|@import|@font-face/i.test(css);
  return { ...element, attrs: [], childNodes: isSafe ? textNodes(css) : [] };
}

function reachesOutside(value: string): boolean {
  return (
    /url\(\s*['"]?(?!#)|javascript:|expression\(|image-set\(|image\(|src\(/i.test(value) || /\\[0-9a-f]/i.test(value)
  );
}
