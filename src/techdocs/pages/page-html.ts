import type { DocsHeading } from '../docs-site.ts';
import { LinkNotes, type PageLinks } from '../links/page-links.ts';
import { keepNodes } from './keep-nodes.ts';
import type { PagePlace, PageProblem, PageState } from './page-state.ts';
import { PageTooHard, parseAnyHtml, parsePage } from './parse-page.ts';
import { parsePlainHtml } from './parse-plain-html.ts';
import { writeHtml } from './write-html.ts';

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
  /** Declarations by class name that figures of the page need. */
  readonly styles?: Readonly<Record<string, string>>;
}

/**
 * Makes rendered HTML safe to publish and right for its place: read once, sanitised and rewritten in one pass, written once. Waits only for
 * figures that hooks draw. Rejects with PageTooHard when a page cannot be read or written within bounds.
 */
export async function makePageSafe(html: string, place: PagePlace): Promise<SafePage> {
  const { nodes, plain } = parsePage(html);
  const state: PageState = {
    html,
    place,
    headings: [],
    problems: [],
    links: new LinkNotes(),
    figures: [],
    figuresAsked: 0,
    styles: {},
    madeAnchors: new Set(),
    title: undefined,
    description: undefined,
    insideLinks: 0,
    insideTables: 0,
    pictures: 0,
    reshaped: !plain,
    pictureHosts: [],
  };
  const kept = keepNodes(nodes, state);
  if (state.figures.length > 0) for (const place of await Promise.all(state.figures)) place();
  const written = writeHtml(kept);
  return {
    html: state.reshaped ? settle(written) : written,
    headings: state.headings,
    ...(state.title !== undefined && { title: state.title }),
    description: state.description ?? '',
    problems: [...state.problems, ...pictureProblems(state.pictureHosts)],
    links: state.links.finish(place.page.path),
    styles: state.styles,
  };
}

/**
 * Taking elements away can leave others where a browser would not put them. Such HTML is read and written until it is read as it is
 * written, so that what was judged here is what a browser makes of it.
 */
export function settle(html: string): string {
  let written = html;
  for (let turn = 0; turn < 5; turn += 1) {
    if (parsePlainHtml(written)) return written;
    const again = writeHtml(parseAnyHtml(written));
    if (again === written) return written;
    written = again;
  }
  throw new PageTooHard('its HTML means something else each time it is read');
}

function pictureProblems(hosts: readonly string[]): readonly PageProblem[] {
  const [first] = hosts;
  if (first === undefined) return [];
  const names = [...new Set(hosts)].slice(0, 5).join(', ');
  const message =
    hosts.length === 1 ? `a picture lies on ${names}` : `${hosts.length} pictures lie on other hosts (${names})`;
  return [{ code: 'techdocs/picture-elsewhere', message: `${message}; shown as text or a link`, address: first }];
}
