import { attributeOf, type HtmlElement, hasClass, makeElement, setAttribute, textNodes, textOf } from './html-tree.ts';
import type { PageState } from './page-state.ts';
import { idPrefix } from './sanitize-schema.ts';

const longestDescription = 200;
const longestTitle = 300;

/** Notes headings, the title and the first paragraph. A heading that has no anchor, as in raw HTML, gets one. */
export function describeElement(element: HtmlElement, state: PageState): void {
  const { tagName } = element;
  if (tagName === 'p') {
    if (state.description !== undefined || hasClass(element, 'admonition-title')) return;
    const text = plainText(element);
    if (text !== '') state.description = shorten(text);
    return;
  }
  const level = tagName.length === 2 && tagName[0] === 'h' ? Number(tagName[1]) : Number.NaN;
  if (!(level >= 1 && level <= 6)) return;
  const title = plainText(element).slice(0, longestTitle);
  if (level === 1) state.title ??= title;
  else state.headings.push({ level, id: attributeOf(element, 'id') ?? addAnchor(element, title, state), title });
}

function addAnchor(element: HtmlElement, title: string, state: PageState): string {
  const words = title.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '');
  const slug = words.trim().replace(/\s+/g, '-').slice(0, 80) || 'section';
  let wanted = slug;
  for (let count = 1; state.html.includes(`id="${wanted}"`) || state.madeAnchors.has(wanted); count += 1) {
    wanted = `${slug}-${count + state.madeAnchors.size}`;
  }
  state.madeAnchors.add(wanted);
  const id = `${idPrefix}${wanted}`;
  setAttribute(element, 'id', id);
  const link = { class: 'headerlink', href: `#${encodeURIComponent(wanted)}`, title: 'Permanent link' };
  element.childNodes.push(makeElement('a', link, textNodes('¶')));
  return id;
}

function plainText(element: HtmlElement): string {
  const isPermalink = (inner: HtmlElement) => inner.tagName === 'a' && hasClass(inner, 'headerlink');
  return textOf(element.childNodes, isPermalink).replace(/\s+/g, ' ').trim();
}

function shorten(text: string): string {
  if (text.length <= longestDescription) return text;
  const cut = text.slice(0, longestDescription - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 100)).replace(/[\s,;:.–-]+$/, '')}…`;
}
