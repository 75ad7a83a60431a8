/** A new element with attributes and children; `undefined` attributes are left out. Text is always text, never HTML. */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) node.setAttribute(name, value);
  node.append(...children);
  return node;
};

const svg = 'http://www.w3.org/2000/svg';

/** A glyph of the page's sprite. */
export const glyph = (name: string): SVGSVGElement => {
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('class', 'cb-glyph');
  drawing.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(svg, 'use');
  use.setAttribute('href', `#g-${document.getElementById(`g-${name}`) ? name : 'entity'}`);
  drawing.append(use);
  return drawing;
};
