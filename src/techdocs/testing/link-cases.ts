import type { FilesByPath } from './docs-fixture.ts';

const host = 'https://git.example.org';

/** Each is a page of its own, `docs/cases/<number>.md`; all links are of its third line. */
export const leadingLinks: readonly (readonly [name: string, markdown: string, href: string])[] = [
  // inside the site, in all the ways that MkDocs and code hosts know
  ['a file', '[x](../guide/setup.md)', '../../guide/setup/'],
  ['a heading of a file', '[x](../guide/setup.md#install-it)', '../../guide/setup/#docs-install-it'],
  ['a folder', '[x](../guide/)', '../../guide/'],
  ['an index', '[x](../guide/index.md)', '../../guide/'],
  ['a README that an index stands for', '[x](../guide/README.md)', '../../guide/'],
  ['a page without its ending', '[x](../guide/setup)', '../../guide/setup/'],
  ['an address of the site', '[x](../../guide/setup/)', '../../guide/setup/'],
  ['an address with .html', '[x](../guide/setup.html)', '../../guide/setup/'],
  ['the root of the docs', '[x](/guide/setup.md)', '../../guide/setup/'],
  ['the root of the repository', '[x](/docs/guide/setup.md)', '../../guide/setup/'],
  ['a reference', '[x][there]\n\n[there]: ../guide/setup.md', '../../guide/setup/'],
  ['HTML', '<a href="../guide/setup.md">x</a>', '../../guide/setup/'],
  ['a name with a blank', '[x](<../guide/a b.md>)', '../../guide/a%20b/'],
  ['an encoded name', '[x](../guide/a%20b.md)', '../../guide/a%20b/'],
  ['a name of another script', '[x](../guide/führung.md)', '../../guide/f%C3%BChrung/'],
  ['a download', '[x](../img/spec.pdf)', '../../img/spec.pdf'],
  ['a redirect', '[x](../guide/old.md)', '../../guide/setup/'],
  ['an attribute’s id', '[x](../guide/setup.md#own-id)', '../../guide/setup/#docs-own-id'],
  ['an <a name>', '[x](../guide/setup.md#by-name)', '../../guide/setup/#docs-by-name'],
  ['a footnote', '[x](../guide/setup.md#fn:1)', '../../guide/setup/#docs-fn:1'],
  ['a heading as GitHub writes it', '[x](../guide/setup.md#run--test)', '../../guide/setup/#docs-run-test'],
  ['the second of two headings', '[x](../guide/setup.md#again-1)', '../../guide/setup/#docs-again_1'],
  ['the title of a page', '[x](../guide/setup.md#set-up-orders)', '../../guide/setup/#docs-set-up-orders'],
  ['the top', '[x](#top)', '#top'],
  ['a heading below', '[x](#below)\n\n## Below', '#docs-below'],
  ['the repository outside the docs', '[x](../../src/main.ts#L3)', `${host}/acme/orders/blob/main/src/main.ts#L3`],
  ['a folder outside the docs', '[x](../../src/)', `${host}/acme/orders/tree/main/src`],
  ['what is not published', '[x](../raw.html)', `${host}/acme/orders/blob/main/docs/raw.html`],
  // files of crawled repositories
  [
    'a page elsewhere',
    `[x](${host}/acme/billing/blob/main/handbook/invoices.md)`,
    '/portal/docs/default/component/billing/invoices/',
  ],
  [
    'a heading elsewhere',
    `[x](${host}/acme/billing/blob/main/handbook/invoices.md#late--lost)`,
    '/portal/docs/default/component/billing/invoices/#docs-late-lost',
  ],
  [
    'a branch written in full',
    `[x](${host}/acme/billing/blob/refs/heads/main/handbook/invoices.md)`,
    '/portal/docs/default/component/billing/invoices/',
  ],
  [
    'HEAD',
    `[x](${host}/Acme/Billing/blob/HEAD/handbook/invoices.md)`,
    '/portal/docs/default/component/billing/invoices/',
  ],
  [
    'a raw file',
    `[x](${host}/acme/billing/raw/main/handbook/invoices.md)`,
    '/portal/docs/default/component/billing/invoices/',
  ],
  ['the docs folder', `[x](${host}/acme/billing/tree/main/handbook)`, '/portal/docs/default/component/billing/'],
  [
    'a folder with an index',
    `[x](${host}/acme/billing/tree/main/handbook/sub/)`,
    '/portal/docs/default/component/billing/sub/',
  ],
  [
    'a download elsewhere',
    `[x](${host}/acme/billing/blob/main/handbook/rates.csv)`,
    '/portal/docs/default/component/billing/rates.csv',
  ],
  [
    'a name from before',
    `[x](${host}/acme/money/blob/main/handbook/invoices.md)`,
    '/portal/docs/default/component/billing/invoices/',
  ],
  [
    'the site itself',
    `[x](${host}/acme/orders/blob/main/docs/guide/setup.md#own-id)`,
    '/portal/docs/default/component/orders/guide/setup/#docs-own-id',
  ],
  [
    'another site of the same repository',
    '[x](../../tools/docs/lint.md)',
    '/portal/docs/default/component/tools/lint/',
  ],
  [
    'an editor',
    `[x](${host}/acme/billing/edit/main/handbook/invoices.md)`,
    `${host}/acme/billing/edit/main/handbook/invoices.md`,
  ],
  [
    'another branch',
    `[x](${host}/acme/billing/blob/next/handbook/invoices.md)`,
    `${host}/acme/billing/blob/next/handbook/invoices.md`,
  ],
  [
    'a line',
    `[x](${host}/acme/billing/blob/main/handbook/invoices.md#L3)`,
    `${host}/acme/billing/blob/main/handbook/invoices.md#L3`,
  ],
  [
    'a source',
    `[x](${host}/acme/billing/blob/main/handbook/invoices.md?plain=1)`,
    `${host}/acme/billing/blob/main/handbook/invoices.md?plain=1`,
  ],
  ['a repository', `[x](${host}/acme/billing)`, `${host}/acme/billing`],
  ['code elsewhere', `[x](${host}/acme/billing/blob/main/src/pay.ts)`, `${host}/acme/billing/blob/main/src/pay.ts`],
  [
    'a repository that is not here',
    `[x](${host}/acme/secret/blob/main/docs/a.md)`,
    `${host}/acme/secret/blob/main/docs/a.md`,
  ],
  ['the web', '[x](https://www.example.com/a?b=1&c=2#d)', 'https://www.example.com/a?b=1&amp;c=2#d'],
  // addresses of the portal
  ['an entity', '[x](/catalog/default/component/billing)', '/portal/catalog/default/component/billing/'],
  [
    'an entity as Backstage writes it',
    '[x](/catalog/Default/Component/Billing/ci-cd)',
    '/portal/catalog/default/component/billing/',
  ],
  ['a list of the catalog', '[x](/catalog/component)', '/portal/catalog/component/'],
  ['docs', '[x](/docs/default/component/billing)', '/portal/docs/default/component/billing/'],
  [
    'a page of docs',
    '[x](/docs/default/Component/billing/invoices#late-lost)',
    '/portal/docs/default/component/billing/invoices/#docs-late-lost',
  ],
  [
    'docs in the tab of an entity',
    '[x](/catalog/default/component/billing/docs/invoices/)',
    '/portal/docs/default/component/billing/invoices/',
  ],
  [
    'docs that another entity has',
    '[x](/docs/default/api/billing-api/invoices)',
    '/portal/docs/default/component/billing/invoices/',
  ],
  ['the search', '[x](/search?query=a b)', '/portal/search/?query=a%20b'],
  [
    'the portal’s own address',
    '[x](https://portal.example.org/portal/docs/default/component/billing/invoices/)',
    '/portal/docs/default/component/billing/invoices/',
  ],
];

/** Each is a page of its own; the address is of its third line. */
export const brokenLinks: readonly (readonly [name: string, markdown: string, problem: string])[] = [
  [
    'a file',
    '[x](../guide/set-up.md)',
    'broken-link 3:5 The link "../guide/set-up.md" leads to a file that does not exist / Did you mean "../guide/setup.md"?',
  ],
  [
    'a file from the root of the repository',
    '[x](/docs/guide/gone.md)',
    'broken-link 3:5 The link "/docs/guide/gone.md" starts at the root of the site, where there is no such page',
  ],
  [
    'upper and lower case',
    'a [x](../Guide/Setup.md)',
    'broken-link 3:7 The link "../Guide/Setup.md" leads to a file that does not exist / Did you mean "../guide/setup.md"?',
  ],
  [
    'a file that moved',
    '[x](setup.md)',
    'broken-link 3:5 The link "setup.md" leads to a file that does not exist / Did you mean "../guide/setup.md"?',
  ],
  [
    'what code says before',
    '`../gone.md` [x](../gone.md)',
    'broken-link 3:18 The link "../gone.md" leads to a file that does not exist',
  ],
  ['a picture', '![x](../img/b.png)', 'broken-link 3:6 The picture "../img/b.png" leads to a file that does not exist'],
  ['HTML', '<a href="../gone.md">x</a>', 'broken-link 3:10 The link "../gone.md" leads to a file that does not exist'],
  [
    'a reference',
    'x\n\n[x][there]\n\n[there]: ../gone.md',
    'broken-link 7:10 The link "../gone.md" leads to a file that does not exist',
  ],
  [
    'a heading',
    '[x](../guide/setup.md#instal-it)',
    'broken-anchor 3:5 The link leads to "#instal-it", and the page "Set up orders" has no such heading or anchor / Did you mean "#install-it"?',
  ],
  [
    'a longer heading',
    '[x](../guide/setup.md#install)',
    'broken-anchor 3:5 The link leads to "#install", and the page "Set up orders" has no such heading or anchor / Did you mean "#install-it"?',
  ],
  [
    'a heading of the same page',
    '[x](#nothing)',
    'broken-anchor 3:5 The link leads to "#nothing", and this page has no such heading or anchor',
  ],
  [
    'a file elsewhere',
    `[x](${host}/acme/billing/blob/main/handbook/invoice.md)`,
    'broken-repository-link 3:5 The link leads to acme/billing/handbook/invoice.md, which is not in the branch main / Did you mean acme/billing/handbook/invoices.md?',
  ],
  [
    'a heading elsewhere',
    `${host}/acme/billing/blob/main/handbook/invoices.md#early`,
    'broken-anchor 3:1 The link leads to "#early", and the page "Invoices" has no such heading or anchor',
  ],
  [
    'an entity',
    '[x](/catalog/default/component/biling)',
    'broken-portal-link 3:5 The link leads to component:default/biling, which is not in the catalog / Did you mean component:default/billing?',
  ],
  [
    'no entity at all',
    '[x](/catalog/default/component)',
    'broken-portal-link 3:5 /catalog/default/component names no entity',
  ],
  [
    'docs of an entity without any',
    '[x](/docs/default/component/bare)',
    'broken-portal-link 3:5 The link leads to the docs of component:default/bare, which has none',
  ],
  [
    'a page of docs',
    '[x](/docs/default/component/billing/invoice)',
    'broken-portal-link 3:5 The docs of component:default/billing have no page "invoice" / Did you mean /docs/default/component/billing/invoices/?',
  ],
  [
    'a heading of docs',
    '[x](/docs/default/component/billing/invoices#early)',
    'broken-anchor 3:5 The link leads to "#early", and the page "Invoices" has no such heading or anchor',
  ],
];

const component = (name: string, more = '') => `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
${more}spec: { type: service, lifecycle: production, owner: team-a }
`;
const withDocs = '  annotations: { backstage.io/techdocs-ref: dir:. }\n';
const caseFiles = (kind: string, cases: readonly (readonly [string, string, string])[]) =>
  Object.fromEntries(cases.map(([, markdown], index) => [`docs/${kind}/${index}.md`, `# Case\n\n${markdown}\n`]));

/** A site with a page for every case, another site beside it, and the repository of another team. */
export const linkingRepositories: Readonly<Record<string, FilesByPath>> = {
  'acme/orders': {
    'catalog-info.yaml': `${component('orders', `${withDocs}  links:\n    - { url: /docs/default/component/billing }\n    - { title: Gone, url: '${host}/acme/billing/blob/main/handbook/gone.md' }\n`)}`,
    'tools/catalog-info.yaml': component('tools', withDocs),
    'tools/docs/lint.md': '# Lint\n',
    'tools/docs/index.md': '# Tools\n',
    'mkdocs.yml':
      'site_name: Orders\nplugins:\n  - redirects: { redirect_maps: { "guide/old.md": "guide/setup.md" } }\n',
    'docs/index.md': '# Orders\n',
    'docs/guide/index.md': '# Guide\n',
    'docs/guide/README.md': '# Not this one\n',
    'docs/guide/a b.md': '# A b\n',
    'docs/guide/führung.md': '# F\n',
    'docs/guide/setup.md':
      '# Set up orders\n\n## Install it\n\n## Own { #own-id }\n\n## Run & test\n\n## Again\n\n## Again\n\n<a name="by-name"></a>x[^1]\n\n[^1]: y\n',
    'docs/img/a.png': 'png',
    'docs/img/spec.pdf': 'pdf',
    'docs/raw.html': '<p>x</p>',
    'docs/snippets/shared.md': 'Shared.\n\nSee [x](/catalog/default/component/none).\n',
    'docs/one.md': '# One\n\n--8<-- "docs/snippets/shared.md"\n',
    'docs/two.md': `# Two\n\n--8<-- "docs/snippets/shared.md"\n\n![a](${host}/acme/orders/raw/main/docs/img/a.png)\n`,
    ...caseFiles('cases', leadingLinks),
    ...caseFiles('broken', brokenLinks),
  },
  'acme/billing': {
    'catalog-info.yaml': `${component('billing', withDocs)}---\n${component('bare')}---
apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: billing-api, annotations: { backstage.io/techdocs-entity: 'component:default/billing' } }
spec: { type: openapi, lifecycle: production, owner: team-a, definition: x }
`,
    'mkdocs.yml': 'site_name: Billing\ndocs_dir: handbook\n',
    'handbook/index.md': '# Billing\n',
    'handbook/invoices.md': '# Invoices\n\n## Late & lost\n',
    'handbook/sub/index.md': '# Sub\n',
    'handbook/rates.csv': 'a,b\n',
  },
};
