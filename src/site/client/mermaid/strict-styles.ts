const noPicture = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

type Styled = (Element & ElementCSSInlineStyle) | null;

/** What came of some work, and the text of the style elements that it made. */
export interface StrictResult<Result> {
  readonly result: Result;
  readonly css: string;
}

/**
 * Mermaid writes `style` attributes and style elements, which the policy of the portal's pages does not let through. While it works,
 * all of them go the ways that are open to scripts: properties of `element.style`, and constructed style sheets, for as long as the
 * work takes. HTML that is parsed meanwhile has `data-style` in place of `style`.
 */
export async function withStrictStyles<Result>(work: () => Promise<Result>): Promise<StrictResult<Result>> {
  const sheets = new Map<Node, CSSStyleSheet>();
  const restore = [patchAttributes(), patchInsertion(sheets), patchInnerHtml(), patchParser()];
  try {
    const result = await work();
    return { result, css: [...sheets.keys()].map((node) => node.textContent).join('\n') };
  } finally {
    for (const undo of restore) undo();
    const made = new Set(sheets.values());
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !made.has(sheet));
  }
}

/** HTML in which no attribute is judged as a style or a handler as soon as it is read. */
export function withoutStyles(html: string): string {
  // DOMPurify hands over TrustedHTML.
  return String(html).replace(/<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>/g, (tag) => {
    return tag.replace(/\sstyle\s*=/i, ' data-style=').replace(/\s(on[a-z]+\s*=)/gi, ' data-$1');
  });
}

function patchAttributes(): () => void {
  const { setAttribute, setAttributeNS } = Element.prototype;
  const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src') as PropertyDescriptor;
  const loads = (element: Element, name: string, value: unknown): boolean =>
    /^image$|^img$/i.test(element.tagName) && /^(?:xlink:)?href$|^src/.test(name) && !/^data:/i.test(String(value));
  Element.prototype.setAttribute = function (this: Element & Partial<ElementCSSInlineStyle>, name, value) {
    if (name === 'style' && this.style) this.style.cssText = value;
    else if (!loads(this, name, value)) setAttribute.call(this, name, value);
  };
  Element.prototype.setAttributeNS = function (space: string | null, name: string, value: string) {
    if (!loads(this, name, value)) setAttributeNS.call(this, space, name, value);
  };
  // A diagram may name pictures of other hosts, and waits for them to be loaded.
  const set = function (this: HTMLImageElement, value: unknown): void {
    source.set?.call(this, loads(this, 'src', value) ? noPicture : value);
  };
  Object.defineProperty(HTMLImageElement.prototype, 'src', { ...source, set });
  return () => {
    Object.assign(Element.prototype, { setAttribute, setAttributeNS });
    Object.defineProperty(HTMLImageElement.prototype, 'src', source);
  };
}

/** Style elements are never put into the page, where they would be judged even if they were empty; their text is adopted. */
function patchInsertion(sheets: Map<Node, CSSStyleSheet>): () => void {
  const { insertBefore, appendChild } = Node.prototype;
  const take = (node: Node): boolean => {
    if (!(node instanceof HTMLStyleElement || node instanceof SVGStyleElement)) return false;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(node.textContent);
    sheets.set(node, sheet);
    document.adoptedStyleSheets.push(sheet);
    return true;
  };
  Node.prototype.insertBefore = function <Child extends Node>(this: Node, node: Child, before: Node | null): Child {
    return take(node) ? node : (insertBefore.call(this, node, before) as Child);
  };
  Node.prototype.appendChild = function <Child extends Node>(this: Node, node: Child): Child {
    return take(node) ? node : (appendChild.call(this, node) as Child);
  };
  return () => Object.assign(Node.prototype, { insertBefore, appendChild });
}

function patchInnerHtml(): () => void {
  const own = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML') as PropertyDescriptor;
  const set = function (this: Element, html: string): void {
    own.set?.call(this, withoutStyles(html));
    for (const element of this.querySelectorAll('[data-style]')) {
      const styled = element as Styled;
      if (styled?.style) styled.style.cssText = styled.getAttribute('data-style') ?? '';
      element.removeAttribute('data-style');
    }
  };
  Object.defineProperty(Element.prototype, 'innerHTML', { ...own, set });
  return () => Object.defineProperty(Element.prototype, 'innerHTML', own);
}

function patchParser(): () => void {
  const { parseFromString } = DOMParser.prototype;
  DOMParser.prototype.parseFromString = function (text, type) {
    return parseFromString.call(this, withoutStyles(text), type);
  };
  return () => {
    DOMParser.prototype.parseFromString = parseFromString;
  };
}
