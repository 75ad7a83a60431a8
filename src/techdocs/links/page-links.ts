import { idPrefix } from '../pages/sanitize-schema.ts';
import type { ResolvedLink } from './resolve-link.ts';

/** A link to a place inside a page of the same site. */
export interface AnchorLink {
  /** As it stands in the page's HTML. */
  readonly href: string;
  /** Path inside the site. */
  readonly target: string;
  readonly fragment: string;
}

/** A link out of the site, whose target is known only when all sites are. */
export interface PageReference {
  /** As it stands in the page's HTML. */
  readonly href: string;
  /** Address from the portal's root; absent: `href` is absolute. */
  readonly portal?: string;
  /** As the Markdown has it, where `href` is made of it: its line is searched by it. */
  readonly written?: string;
}

/** What a page says of its links. */
export interface PageLinks {
  /** Every `id` and `name`, without the prefix. */
  readonly anchors: ReadonlySet<string>;
  readonly anchorLinks: readonly AnchorLink[];
  readonly references: readonly PageReference[];
}

/** Gathers a page's links and anchors while it is rewritten. */
export class LinkNotes {
  readonly #anchors = new Set<string>();
  readonly #anchorLinks = new Map<string, AnchorLink>();
  readonly #references = new Map<string, PageReference>();

  /** Notes the anchors that an element is. */
  noteAnchors({ properties }: { readonly properties: Readonly<Record<string, unknown>> }): void {
    for (const value of [properties['id'], properties['name']]) {
      if (typeof value === 'string' && value.startsWith(idPrefix)) this.#anchors.add(value.slice(idPrefix.length));
    }
  }

  /** Notes where a link leads. */
  noteLink(written: string, link: ResolvedLink): void {
    if (link.type === 'site') {
      const { href, target, fragment } = link;
      if (fragment !== '') this.#anchorLinks.set(href, { href, target, fragment });
    } else if (link.type === 'portal' || link.type === 'external') {
      const { href } = link;
      if (link.type === 'external' && !/^https?:/.test(href)) return;
      const portal = link.type === 'portal' ? { portal: link.address } : {};
      this.#references.set(href, { href, ...portal, ...(written !== href && { written }) });
    }
  }

  /** What was gathered; links to what the page at `path` itself has need no further look. */
  finish(path: string): PageLinks {
    const anchorLinks = [...this.#anchorLinks.values()].filter(
      ({ target, fragment }) => target !== path || !this.#anchors.has(fragment),
    );
    return { anchors: this.#anchors, anchorLinks, references: [...this.#references.values()] };
  }
}
