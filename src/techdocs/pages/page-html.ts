import type { ElementContent, Root, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { DocsHeading } from '../docs-site.ts';
import { LinkNotes, type PageLinks } from '../links/page-links.ts';
import { describeElement } from './describe-page.ts';
import type { PagePlace, PageProblem, PageState } from './page-state.ts';
import { rewriteElement } from './rewrite-element.ts';
import { docsSchema } from './sanitize-schema.ts';

/** A page that may be published. */
export interface SafePage {
  readonly html: string;
  readonly headings: readonly DocsHeading[];
  /** Text of the first `<h1>`, if there is one. */
  readonly title?: string;
  readonly description: string;
  readonly problems: readonly PageProblem[];
  /** Absent: nothing is known of them. */
  readonly links?: PageLinks;
}

const parser = unified().use(rehypeParse, { fragment: true });
const writer = unified().use(rehypeStringify, { closeSelfClosing: false });
const sanitize = unified().use(rehypeSanitize, docsSchema).freeze();

/** Makes rendered HTML safe to publish and right for its place: parse, sanitise, rewrite, write. Pure. */
export function makePageSafe(html: string, place: PagePlace): SafePage {
  const tree = sanitize.runSync(parser.parse(html)) as Root;
  const state: PageState = {
    place,
    headings: [],
    problems: [],
    links: new LinkNotes(),
    title: undefined,
    description: undefined,
    insideLinks: 0,
    pictureHosts: [],
  };
  tree.children = rewriteChildren(tree.children, state) as RootContent[];
  return {
    html: writer.stringify(tree),
    headings: state.headings,
    ...(state.title !== undefined && { title: state.title }),
    description: state.description ?? '',
    problems: [...state.problems, ...pictureProblems(state.pictureHosts)],
    links: state.links.finish(place.page.path),
  };
}

function rewriteChildren(children: readonly (RootContent | ElementContent)[], state: PageState): ElementContent[] {
  const kept: ElementContent[] = [];
  for (const child of children) {
    if (child.type === 'text') kept.push(child);
    if (child.type !== 'element') continue;
    // Before the children, so that headings and paragraphs are met in reading order.
    describeElement(child, state);
    const isLink = child.tagName === 'a';
    if (isLink) state.insideLinks += 1;
    child.children = rewriteChildren(child.children, state);
    if (isLink) state.insideLinks -= 1;
    const rewritten = rewriteElement(child, state);
    if (!rewritten) continue;
    state.links.noteAnchors(rewritten);
    kept.push(rewritten);
  }
  return kept;
}

function pictureProblems(hosts: readonly string[]): readonly PageProblem[] {
  const [first] = hosts;
  if (first === undefined) return [];
  const names = [...new Set(hosts)].slice(0, 5).join(', ');
  const message =
    hosts.length === 1 ? `a picture lies on ${names}` : `${hosts.length} pictures lie on other hosts (${names})`;
  return [{ code: 'techdocs/picture-elsewhere', message: `${message}; shown as text or a link`, address: first }];
}
