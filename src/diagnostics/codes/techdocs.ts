import type { CodeEntry } from '../code-entry.ts';

/** Codes of the `techdocs` area. */
export const techdocsCodes = {
  'techdocs/ref-not-found': {
    severity: 'error',
    title: 'The docs folder does not exist',
    why: 'The entity promises docs, and readers find none.',
    fix: 'Let backstage.io/techdocs-ref name the folder that holds mkdocs.yml or docs/, relative to this catalog file, or remove it.',
  },
  'techdocs/ref-unsupported': {
    severity: 'warning',
    title: 'The docs annotation cannot be followed',
    why: 'Docs are built from the commit that the entity itself was read from, and only from there.',
    fix: 'Write dir: and a folder of this repository, for example dir:. for the folder of this file.',
  },
  'techdocs/entity-not-found': {
    severity: 'warning',
    title: 'The other entity has no docs',
    why: 'The entity borrows the docs of another one, and there are none to show.',
    fix: 'Let backstage.io/techdocs-entity name an entity that has docs.',
  },
  'techdocs/config-invalid': {
    severity: 'error',
    title: 'mkdocs.yml cannot be read',
    why: 'What cannot be read has no effect: title, navigation or settings may be missing.',
    fix: 'Correct mkdocs.yml; the rest of the docs is built all the same.',
  },
  'techdocs/setting-ignored': {
    severity: 'warning',
    title: 'A setting of mkdocs.yml has no effect',
    why: 'Callboard never runs a repository’s own code or configuration; it heeds only settings that it knows to be harmless.',
    fix: 'Remove the setting, or do without it in the portal.',
  },
  'techdocs/unsupported-extension': {
    severity: 'warning',
    title: 'A Markdown extension is not supported',
    why: 'What the extension would have made of the text is shown as it is written.',
    fix: 'Use what TechDocs offers, or remove the extension.',
  },
  'techdocs/unsupported-plugin': {
    severity: 'warning',
    title: 'An MkDocs plugin is not supported',
    why: 'Plugins are code; what this one would have done is missing.',
    fix: 'Remove the plugin, or do without it in the portal.',
  },
  'techdocs/docs-dir-outside': {
    severity: 'error',
    title: 'docs_dir leads outside the repository',
    why: 'Docs are built only from files of the repository’s own commit.',
    fix: 'Let docs_dir name a folder of the repository.',
  },
  'techdocs/include-not-found': {
    severity: 'warning',
    title: 'An included docs site is missing',
    why: 'Its pages and its part of the navigation are not in the site.',
    fix: 'Let !include name an mkdocs.yml of this repository whose docs folder has pages.',
  },
  'techdocs/nav-not-found': {
    severity: 'warning',
    title: 'The navigation names a missing page',
    why: 'The entry is left out of the navigation.',
    fix: 'Correct the path in nav, or add the page.',
  },
  'techdocs/redirect-invalid': {
    severity: 'warning',
    title: 'A redirect has no effect',
    why: 'Redirects lead from a page that is gone to one of the same site; this one does not.',
    fix: 'Let the redirect lead to a page of this site.',
  },
  'techdocs/path-collision': {
    severity: 'warning',
    title: 'Two docs files have the same address',
    why: 'Only one of them can be published.',
    fix: 'Rename one of the files; case and accents do not tell addresses apart.',
  },
  'techdocs/page-not-utf8': {
    severity: 'error',
    title: 'A docs page is not UTF-8',
    why: 'A notice is published in place of the page.',
    fix: 'Save the file as UTF-8.',
  },
  'techdocs/page-too-slow': {
    severity: 'error',
    title: 'A docs page takes too long to render',
    why: 'A notice is published in place of the page, so that one page cannot hold up the portal.',
    fix: 'Simplify the page, or split it.',
  },
  'techdocs/page-too-large': {
    severity: 'error',
    title: 'A docs page is too large',
    why: 'A notice is published in place of the page.',
    fix: 'Split the page.',
  },
  'techdocs/page-failed': {
    severity: 'error',
    title: 'A docs page cannot be rendered',
    why: 'A notice is published in place of the page.',
    fix: 'Look for what is unusual in the page, such as very deep nesting.',
  },
  'techdocs/broken-link': {
    severity: 'warning',
    title: 'A link in the docs leads nowhere',
    why: 'It is shown as plain text.',
    fix: 'Correct the path; it is relative to the Markdown file.',
  },
  'techdocs/unsafe-link': {
    severity: 'warning',
    title: 'An address in the docs is not allowed',
    why: 'Only http, https, mailto and tel addresses are published; anything else could run code in the reader’s browser.',
    fix: 'Use one of these, or write the address as code.',
  },
  'techdocs/iframe-blocked': {
    severity: 'info',
    title: 'An embedded page is shown as a link',
    why: 'Pages of the portal embed only hosts that its owner has named.',
    fix: 'Ask the portal’s owner to name the host in techdocs.iframeHosts.',
  },
  'techdocs/snippet-not-found': {
    severity: 'warning',
    title: 'A snippet does not exist',
    why: 'Nothing stands in its place.',
    fix: 'Name a file of the docs folder, or one below pymdownx.snippets’ base_path inside the repository.',
  },
  'techdocs/asset-refused': {
    severity: 'info',
    title: 'A file of the docs folder is not published',
    why: 'HTML, XML and scripts would run on the portal’s own pages; pictures that hold scripts as well.',
    fix: 'Publish it elsewhere, or as a picture, a PDF or an archive.',
  },
  'techdocs/site-failed': {
    severity: 'error',
    title: 'A docs site could not be built',
    why: 'The entity has no docs in this portal.',
    fix: 'See the reason; the rest of the portal is not affected.',
  },
  'techdocs/python-missing': {
    severity: 'error',
    title: 'No docs could be built',
    why: 'Docs are rendered by MkDocs, and no Python that can run it was found or made.',
    fix: 'Install Python 3.9 or newer with venv, let it reach a package index once, or name one that has MkDocs 1.6 in techdocs.python.',
  },
  'techdocs/python-fallback': {
    severity: 'warning',
    title: 'Docs were built with a MkDocs found on this machine',
    why: 'Callboard could not make its own, pinned environment; another version may render differently.',
    fix: 'Let the machine reach a package index once, or name the Python on purpose in techdocs.python.',
  },
} as const satisfies Record<`techdocs/${string}`, CodeEntry>;
