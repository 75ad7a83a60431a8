import type { Catalog } from '../../catalog/entity.ts';
import type { FileHistory, RepositoryFiles } from '../../catalog/repository-files.ts';
import type { DocsPage, DocsSite, PageHistory } from '../docs-site.ts';
import { readEditAddress } from './edit-address.ts';
import { mailmapPath } from './history-files.ts';
import { knowPeople } from './known-people.ts';
import { type Naming, nameAuthor, nameAuthors } from './name-authors.ts';
import { parseMailmap } from './parse-mailmap.ts';

/** Adds to every page who changed it when, as far as that is known, and where its authors want it edited. Pure. */
export function datePages(
  sites: readonly DocsSite[],
  repositories: readonly RepositoryFiles[],
  catalog: Catalog,
): readonly DocsSite[] {
  const bySlug = new Map(repositories.map((files) => [files.repository.slug, files]));
  const findPerson = knowPeople(catalog);
  return sites.map((site) => {
    const files = bySlug.get(site.repository);
    // What an earlier build made is not of the files that are there now.
    if (!files || site.lastGood) return site;
    const naming = { mailmap: parseMailmap(files.files.get(mailmapPath)?.text ?? ''), findPerson };
    const editAddress = readEditAddress(site.root, files);
    const pages = site.pages.map((page): DocsPage => {
      const history = files.history?.get(page.sourcePath);
      // A list that was made of a folder is edited nowhere.
      const edit = files.files.has(page.sourcePath) ? editAddress(page.sourcePath) : {};
      return { ...page, ...(history && { history: describe(history, naming) }), ...(edit && { edit }) };
    });
    return { ...site, pages };
  });
}

function describe({ changed, since, authors }: FileHistory, naming: Naming): PageHistory {
  const by = changed && nameAuthor(changed.author, naming);
  return {
    ...(changed && { changed: { commit: changed.commit, at: changed.at, ...(by && { by }) } }),
    ...(since !== undefined && { since }),
    authors: nameAuthors(authors, naming),
  };
}
