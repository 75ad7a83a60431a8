import type { RepositoryFiles } from '../../../catalog/repository-files.ts';
import type { DocsPage, DocsSite } from '../../docs-site.ts';
import { type DocsLayout, layoutDocs } from '../../layout/docs-layout.ts';
import { type AddressPlace, locateAddress, type ReadText } from '../locate-address.ts';
import type { PageReference } from '../page-links.ts';

/** Prepares to find links of a site's pages in the Markdown that they are made of. */
export function placeReferences(
  site: DocsSite,
  { files }: RepositoryFiles,
  read: ReadText,
): (page: DocsPage, reference: PageReference) => AddressPlace {
  let layout: DocsLayout | undefined;
  const snippets = () => {
    const paths = [...files.keys()].sort();
    const tree = { paths, has: (path: string) => files.has(path), text: (path: string) => files.get(path)?.text };
    layout ??= layoutDocs(site.root, tree);
    return layout ?? { snippetBases: [], snippetFiles: [] };
  };
  return (page, { href, portal, written }) =>
    locateAddress(page.sourcePath, written ?? portal ?? href, snippets(), read);
}
