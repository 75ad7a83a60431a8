/** Texts of quick open, and the words that its actions are asked for with. */
import { numbersIn, pluralsIn } from '../plurals.ts';

const plural = pluralsIn('en');
const number = numbersIn('en');

export const title = 'Quick open';
export const label = 'Go to';
export const placeholder = 'Name, docs page, POST /orders, “deprecated components”…';
export const close = 'Close';
export const results = 'Results';
export const loading = 'Loading names…';
export const failed = 'The names could not be loaded. The search page may know more.';
export const offline = 'There is no network, and the names are not stored in this browser yet.';
export const again = 'Try again';
export const nothing = 'Nothing is called that.';
export const found = (count: number) => `${number(count)} ${plural(count, { one: 'result', other: 'results' })}`;
export const searchEverything = (query: string) => `Search everything for “${query}”`;
export const searchPage = 'Search everything';
export const recent = 'Recently visited';
export const starred = 'Starred';
export const suggestions = 'You can also ask';

export const keys = {
  open: 'Open',
  complete: 'Continue',
  act: 'Do it',
  newTab: 'New tab',
  newTabKeys: 'Ctrl\u00a0↵',
  move: 'Move',
  close: 'Close',
};
export const docsOf = (site: string) => `Docs · ${site}`;
export const operationOf = (api: string) => `Operation · ${api}`;
export const page = 'Page';
export const list = 'List';
export const action = 'Action';
export const count = (value: number) => number(value);

/** The portal's own pages, and what else they may be called. */
export const pages = {
  home: 'Home',
  homeWords: 'start overview',
  catalogWords: 'catalog list all',
  docs: 'All docs',
  docsWords: 'documentation techdocs',
  graph: 'Graph of everything',
  graphWords: 'map dependencies catalog-graph',
  search: 'Search page',
  searchWords: 'find full text',
  problems: 'Problems',
  problemsWords: 'errors warnings repositories',
  problemsByOwner: 'Problems by owner',
  problemsByCode: 'Problems by code',
  changes: 'What changed',
  changesWords: 'news history feed recent changes',
  status: 'Status of the sources',
  statusWords: 'build crawl last read freshness',
  coverage: 'Not in the catalog yet',
  coverageWords: 'missing repositories coverage',
  settings: 'Settings',
  settingsWords: 'preferences theme density offline',
};

/** Words between others that say nothing by themselves. */
export const connectors = 'of for by in on the to from about who what which whose is are does this it';
/** Words in front of what is missing, and in front of what is there. */
export const without = 'without no missing lacking';
/** Things that may be missing. */
export const missable = { owner: 'owner owners team', docs: 'docs documentation' };

/** What can be asked about an entity: words that ask, what the answer is called, and how the question begins. */
export const about = {
  docs: { words: 'docs documentation', begin: 'docs of ', of: (name: string) => `Docs of ${name}` },
  graph: { words: 'graph map neighbourhood', begin: 'graph of ', of: (name: string) => `Graph of ${name}` },
  owner: { words: 'owns owner owned', begin: 'who owns ', of: (name: string, owner = '') => `${owner} owns ${name}` },
  dependents: {
    words: 'depends dependents dependants impact breaks',
    begin: 'what depends on ',
    of: (name: string) => `What depends on ${name}`,
  },
  problems: { words: 'problems errors warnings', begin: 'problems of ', of: (name: string) => `Problems of ${name}` },
  definition: { words: 'definition spec', begin: 'definition of ', of: (name: string) => `Definition of ${name}` },
  copy: { words: 'copy ref', begin: 'copy ref of ', of: (name: string) => `Copy the ref of ${name}` },
};
export const ask = (begin: string) => `${begin.charAt(0).toUpperCase()}${begin.slice(1).trimEnd()} …`;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const small = (text: string) => (/^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));

/** "Deprecated components of Payments without docs". */
export const filtered = (parts: {
  readonly lifecycle?: string | undefined;
  readonly type?: string | undefined;
  readonly plural: string;
  readonly owner?: string | undefined;
  readonly part?: string | undefined;
  readonly without?: 'owner' | 'docs' | undefined;
}) => {
  const { lifecycle, type, plural: kinds, owner, part } = parts;
  const head = [lifecycle, type && `${type} ${small(kinds)}`].filter(Boolean);
  const first = type ? head.join(' ') : [...head, lifecycle ? small(kinds) : kinds].join(' ');
  const rest = [
    owner && `of ${owner}`,
    part && `in ${part}`,
    parts.without && { owner: 'without owner', docs: 'without docs' }[parts.without],
  ].filter(Boolean);
  return capital([first, ...rest].join(' '));
};

/** Commands. */
export const theme = {
  words: 'theme dark light mode colours colors',
  system: 'Theme: as the system',
  light: 'Theme: light',
  dark: 'Theme: dark',
};
export const copyAddress = { words: 'copy link address url permalink', title: 'Copy the address of this page' };
export const copied = 'Copied';
export const copyFailed = 'Copying is not allowed here';
