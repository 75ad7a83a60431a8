import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { PageState } from './page-state.ts';

const longestDescription = 200;

/** Notes headings, the title and the first paragraph. */
export function describeElement(element: Element, state: PageState): void {
  const level = /^h[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) : 0;
  if (level === 1) state.title ??= headingText(element);
  else if (level > 1) {
    const id = element.properties['id'];
    if (typeof id === 'string') state.headings.push({ level, id, title: headingText(element) });
  } else if (element.tagName === 'p' && state.description === undefined && !hasClass(element, 'admonition-title')) {
    const text = plainText(element);
    if (text !== '') state.description = shorten(text);
  }
}

function headingText(element: Element): string {
  const children = element.children.filter((child) => !(child.type === 'element' && hasClass(child, 'headerlink')));
  return plainText({ ...element, children });
}

function plainText(element: Element): string {
  return textOf(element).replace(/\s+/g, ' ').trim();
}

function shorten(text: string): string {
  if (text.length <= longestDescription) return text;
  const cut = text.slice(0, longestDescription - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 100)).replace(/[\s,;:.–-]+$/, '')}…`;
}

function hasClass(element: Element, name: string): boolean {
  const classes = element.properties['className'];
  return Array.isArray(classes) && classes.includes(name);
}
