import GithubSlugger from 'github-slugger';
import type { DocsHeading } from '../docs-site.ts';
import { idPrefix } from '../pages/sanitize-schema.ts';

/** A page as links to its parts see it. */
export interface AnchoredPage {
  readonly title: string;
  readonly headings: readonly DocsHeading[];
  /** Every `id` and `name` of the page without the prefix; those of headings may be missing. */
  readonly anchors: ReadonlySet<string>;
}

const slugs = new WeakMap<AnchoredPage, ReadonlyMap<string, string>>();

/**
 * The id, without its prefix, that a fragment means: as the page has it, or as GitHub and GitLab make it of the heading's text, since
 * docs are written for both. `''` is the top of the page; `undefined`: the page has nothing of that name.
 */
export function findAnchor(fragment: string, page: AnchoredPage): string | undefined {
  const wanted = fragment.replace(/^user-content-|:~:.*$/g, '');
  if (has(page, wanted)) return wanted;
  if (wanted === '' || wanted.toLowerCase() === 'top') return '';
  let known = slugs.get(page);
  if (!known) {
    known = slugsOf(page);
    slugs.set(page, known);
  }
  return known.get(wanted.toLowerCase()) ?? known.get(collapse(wanted));
}

/** Every name by which parts of the page can be linked. */
export function anchorNames({ headings, anchors }: AnchoredPage): readonly string[] {
  return [...new Set([...headings.map(({ id }) => bare(id)), ...anchors])];
}

function has({ headings, anchors }: AnchoredPage, id: string): boolean {
  return anchors.has(id) || headings.some((heading) => bare(heading.id) === id);
}

function slugsOf({ title, headings }: AnchoredPage): ReadonlyMap<string, string> {
  const slugger = new GithubSlugger();
  const known = new Map([[slugger.slug(title), '']]);
  const exact = headings.map(({ id, title: text }) => [slugger.slug(text), bare(id)] as const);
  for (const [slug, id] of exact) if (!known.has(slug)) known.set(slug, id);
  // GitLab writes one hyphen where GitHub writes two.
  for (const [slug, id] of exact) if (!known.has(collapse(slug))) known.set(collapse(slug), id);
  return known;
}

function collapse(slug: string): string {
  return slug.toLowerCase().replace(/-+/g, '-');
}

function bare(id: string): string {
  return id.startsWith(idPrefix) ? id.slice(idPrefix.length) : id;
}
