import { pagePath } from './docs-layout.ts';
import { isPage } from './docs-source.ts';
import { resolveInside } from './repository-paths.ts';

/** Redirects that hold, and what is to be said of the others. */
export interface CheckedRedirects {
  /** Old path → new path inside the site. */
  readonly redirects: ReadonlyMap<string, string>;
  readonly problems: readonly { readonly message: string; readonly from: string }[];
}

/** Checks the redirects plugin's map: from a page that is gone to one of the same site, never out of it. */
export function checkRedirects(written: ReadonlyMap<string, string>, pages: ReadonlySet<string>): CheckedRedirects {
  const redirects = new Map<string, string>();
  const taken = new Set([...pages].map(foldAddress));
  const problems: { message: string; from: string }[] = [];
  for (const [from, to] of written) {
    const oldUri = resolveInside('', from);
    const newUri = resolveInside('', to.split('#')[0] ?? '');
    const refuse = (reason: string) =>
      problems.push({ message: `the redirect from "${from}" to "${to}" ${reason}`, from });
    if (oldUri === undefined || !isPage(oldUri)) refuse('does not start at a Markdown file');
    else if (newUri === undefined || !isPage(newUri) || !pages.has(pagePath(newUri)))
      refuse('does not lead to a page of this site');
    else if (pages.has(pagePath(oldUri))) {
      // The page exists: readers get the page.
    } else if (taken.has(foldAddress(pagePath(oldUri)))) refuse('starts at an address that is taken, but for its case');
    else {
      redirects.set(pagePath(oldUri), pagePath(newUri));
      taken.add(foldAddress(pagePath(oldUri)));
    }
  }
  return { redirects, problems };
}

// Many stores and disks take such addresses for one.
function foldAddress(path: string): string {
  return path.replace(/\/$/, '').normalize('NFC').toLowerCase();
}
