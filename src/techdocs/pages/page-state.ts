import type { DocsHeading } from '../docs-site.ts';
import type { LinkNotes } from '../links/page-links.ts';
import type { LinkPlace, ResolvedLink } from '../links/resolve-link.ts';
import type { PageHooks } from './page-hooks.ts';
import type { PictureSize } from './picture-sizes.ts';

/** What the rewriting of one page needs to know of its site. */
export interface PagePlace extends LinkPlace {
  /** Lower-case hosts, with port if not the usual one, whose pages may be shown in an iframe. */
  readonly iframeHosts: readonly string[];
  /** Draws code blocks and formulas; without it they stay as they are. */
  readonly hooks?: PageHooks;
  /** Width and height in pixels of a picture by its path inside the site, if they can be told. */
  readonly pictureSize?: (path: string) => PictureSize | undefined;
}

/** Something of a page that was left out or leads nowhere. */
export interface PageProblem {
  readonly code:
    | 'techdocs/broken-link'
    | 'techdocs/unsafe-link'
    | 'techdocs/iframe-blocked'
    | 'techdocs/picture-elsewhere'
    | 'techdocs/diagram-failed'
    | 'techdocs/formula-failed';
  readonly message: string;
  /** The address as it stands in the page; its line is searched by it. */
  readonly address: string;
  /** What to do about it, where that can be said better than for all such problems. */
  readonly hint?: string;
}

/** What is gathered while one page is rewritten. */
export interface PageState {
  /** The page as it was rendered. */
  readonly html: string;
  readonly place: PagePlace;
  readonly headings: DocsHeading[];
  readonly problems: PageProblem[];
  readonly links: LinkNotes;
  /** Figures that hooks promised; each places itself, in reading order. */
  readonly figures: Promise<() => boolean>[];
  figuresAsked: number;
  /** Declarations by class name that the figures need. */
  readonly styles: Record<string, string>;
  /** Anchors given to headings that had none. */
  readonly madeAnchors: Set<string>;
  title: string | undefined;
  description: string | undefined;
  /** How many links stand around the element at hand. */
  insideLinks: number;
  insideTables: number;
  /** Pictures met so far. */
  pictures: number;
  /** Something was taken away or put in, so that a browser might read the page in another way than it is written. */
  reshaped: boolean;
  /** Hosts of pictures that lie elsewhere, one for each picture. */
  readonly pictureHosts: string[];
}

// Each is compared with all before it.
const mostNoted = 500;

/** Notes a link or picture that is shown as text. */
export function notePageProblem(
  code: PageProblem['code'],
  what: string,
  address: string,
  link: ResolvedLink,
  state: PageState,
): void {
  // Said once, however often the page repeats it.
  if (
    state.problems.length >= mostNoted ||
    state.problems.some((problem) => problem.address === address && problem.code === code)
  )
    return;
  const spaced = address.replace(/\s+/g, ' ');
  const shown = spaced.length > 200 ? `${spaced.slice(0, 200)}…` : spaced;
  const reason = link.type === 'broken' ? link.reason : 'has an address that is not allowed';
  const kind = what === 'link' ? 'the link' : `the ${what}`;
  const hint = link.type === 'broken' && link.hint !== undefined ? { hint: link.hint } : {};
  state.problems.push({ code, message: `${kind} "${shown}" ${reason}`, address, ...hint });
}
