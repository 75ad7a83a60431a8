import { defaultTreeAdapter, parseFragment } from 'parse5';
import { type HtmlNode, makeElement } from './html-tree.ts';
import { parsePlainHtml } from './parse-plain-html.ts';

/** A page's HTML cannot be made safe within bounds; its message says why. */
export class PageTooHard extends Error {}

const mostNodes = 1_000_000;
const deepest = 1500;
/** Where docs stand in a page of the portal. */
const context = makeElement('div', {}, []);

/** A page's tree, and whether it was read the fast way, which says that it is written as it will be read again. */
export interface ParsedPage {
  readonly nodes: HtmlNode[];
  readonly plain: boolean;
}

/**
 * Reads HTML as a browser reads the content of a `<div>`. What the renderer itself writes is nearly always plain and read fast; all else
 * is parse5's. Throws PageTooHard when a page nests too deep, or grows while it is read (`<b id=1><p><b id=2><p>…`).
 */
export function parsePage(html: string): ParsedPage {
  const nodes = parsePlainHtml(html);
  return nodes ? { nodes, plain: true } : { nodes: parseAnyHtml(html), plain: false };
}

/** The same with parse5 alone. */
export function parseAnyHtml(html: string): HtmlNode[] {
  let made = 0;
  let depth = 0;
  const { childNodes } = parseFragment(context, html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...parameters) {
        made += 1;
        if (made > mostNodes) throw new PageTooHard('its HTML grows out of bounds when it is read');
        return defaultTreeAdapter.createElement(...parameters);
      },
      onItemPush() {
        depth += 1;
        if (depth > deepest) throw new PageTooHard('it nests too deep');
      },
      onItemPop() {
        depth -= 1;
      },
    },
  });
  return childNodes;
}
