import type { DefaultTreeAdapterTypes } from 'parse5';

/** A tree as parse5 makes it. */
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlAttribute = HtmlElement['attrs'][number];
export type Namespace = HtmlElement['namespaceURI'];

/** Namespaces by name; parse5 has them as an enum. */
export const namespaces = {
  html: 'http://www.w3.org/1999/xhtml' as Namespace,
  svg: 'http://www.w3.org/2000/svg' as Namespace,
  mathml: 'http://www.w3.org/1998/Math/MathML' as Namespace,
  xlink: 'http://www.w3.org/1999/xlink' as Namespace,
  xml: 'http://www.w3.org/XML/1998/namespace' as Namespace,
  xmlns: 'http://www.w3.org/2000/xmlns/' as Namespace,
};

/** Elements that have no content and no end tag. */
export const voidElements: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);

/** Whether a node is an element. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** The value of an attribute. */
export function attributeOf(element: HtmlElement, name: string): string | undefined {
  for (const attribute of element.attrs) if (attribute.name === name) return attribute.value;
  return undefined;
}

/** Sets an attribute, or takes it away. */
export function setAttribute(element: HtmlElement, name: string, value: string | undefined): void {
  const index = element.attrs.findIndex((attribute) => attribute.name === name);
  if (value === undefined) {
    if (index >= 0) element.attrs.splice(index, 1);
  } else if (index >= 0) element.attrs[index] = { name, value };
  else element.attrs.push({ name, value });
}

/** Whether one of an element's classes is this one. */
export function hasClass(element: HtmlElement, name: string): boolean {
  return (attributeOf(element, 'class') ?? '').split(/\s+/).includes(name);
}

/** An element with the given children. */
export function makeElement(
  tagName: string,
  attributes: Readonly<Record<string, string>>,
  childNodes: HtmlNode[],
): HtmlElement {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  return { nodeName: tagName, tagName, attrs, namespaceURI: namespaces.html, parentNode: null, childNodes };
}

/** A text node, or nothing for an empty text. */
export function textNodes(value: string): HtmlNode[] {
  return value === '' ? [] : [{ nodeName: '#text', value, parentNode: null }];
}

/** All text inside nodes, but for elements that `leaveOut` names. */
export function textOf(nodes: readonly HtmlNode[], leaveOut: (element: HtmlElement) => boolean = () => false): string {
  let text = '';
  const rest: HtmlNode[] = nodes.toReversed();
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (node.nodeName === '#text') text += (node as DefaultTreeAdapterTypes.TextNode).value;
    else if (isElement(node) && !leaveOut(node)) {
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1)
        rest.push(node.childNodes[index] as HtmlNode);
    }
  }
  return text;
}
