/** Texts of quick open, and the words that its actions are asked for with. */
import { numbersIn, pluralsIn } from '../plurals.ts';

const plural = pluralsIn('de');
const number = numbersIn('de');

export const title = 'Schnellsuche';
export const label = 'Gehe zu';
export const placeholder = 'Name, Doku-Seite, POST /orders, „Komponenten ohne Doku“ …';
export const close = 'Schließen';
export const results = 'Treffer';
export const loading = 'Namen werden geladen …';
export const failed = 'Die Namen konnten nicht geladen werden. Vielleicht hilft die Suchseite weiter.';
export const offline = 'Kein Netz, und die Namen sind noch nicht in diesem Browser gespeichert.';
export const again = 'Erneut versuchen';
export const nothing = 'Nichts heißt so.';
export const found = (count: number) => `${number(count)} ${plural(count, { one: 'Treffer', other: 'Treffer' })}`;
export const searchEverything = (query: string) => `Überall nach „${query}“ suchen`;
export const searchPage = 'Überall suchen';
export const recent = 'Zuletzt besucht';
export const starred = 'Mit Stern';
export const suggestions = 'Auch danach lässt sich fragen';

export const keys = {
  open: 'Öffnen',
  complete: 'Weiter',
  act: 'Ausführen',
  newTab: 'Neuer Tab',
  newTabKeys: 'Strg\u00a0↵',
  move: 'Wählen',
  close: 'Schließen',
};
export const docsOf = (site: string) => `Doku · ${site}`;
export const operationOf = (api: string) => `Operation · ${api}`;
export const page = 'Seite';
export const list = 'Liste';
export const action = 'Aktion';
export const count = (value: number) => number(value);

/** The portal's own pages, and what else they may be called. */
export const pages = {
  home: 'Startseite',
  homeWords: 'home start übersicht',
  catalogWords: 'katalog liste alle',
  docs: 'Gesamte Doku',
  docsWords: 'dokumentation techdocs docs',
  graph: 'Graph von allem',
  graphWords: 'karte abhängigkeiten catalog-graph',
  search: 'Suchseite',
  searchWords: 'finden volltext',
  problems: 'Probleme',
  problemsWords: 'fehler warnungen repositorys',
  problemsByOwner: 'Probleme nach Verantwortlichen',
  problemsByCode: 'Probleme nach Code',
  changes: 'Was sich geändert hat',
  changesWords: 'neues verlauf feed änderungen',
  status: 'Status der Quellen',
  statusWords: 'stand build zuletzt gelesen',
  coverage: 'Noch nicht im Katalog',
  coverageWords: 'fehlende repositorys abdeckung',
  settings: 'Einstellungen',
  settingsWords: 'farbschema dichte offline',
};

/** Words between others that say nothing by themselves. */
export const connectors = 'von vom für im in der die das des dem zu zur zum über wer wem was welche ist sind ab auf';
/** Words in front of what is missing, and in front of what is there. */
export const without = 'ohne kein keine fehlend fehlende';
/** Things that may be missing. */
export const missable = {
  owner: 'verantwortliche verantwortlichen verantwortung besitzer owner team',
  docs: 'doku dokus dokumentation docs',
};

/** What can be asked about an entity: words that ask, what the answer is called, and how the question begins. */
export const about = {
  docs: { words: 'doku dokumentation docs', begin: 'doku von ', of: (name: string) => `Doku von ${name}` },
  graph: { words: 'graph karte nachbarschaft', begin: 'graph von ', of: (name: string) => `Graph von ${name}` },
  owner: {
    words: 'verantwortet verantwortlich verantwortliche gehört besitzer owner',
    begin: 'wer verantwortet ',
    of: (name: string, owner = '') => `${owner} verantwortet ${name}`,
  },
  dependents: {
    words: 'hängt abhängig abhängige auswirkungen',
    begin: 'was hängt ab von ',
    of: (name: string) => `Was von ${name} abhängt`,
  },
  problems: {
    words: 'probleme fehler warnungen',
    begin: 'probleme von ',
    of: (name: string) => `Probleme von ${name}`,
  },
  definition: {
    words: 'definition spezifikation',
    begin: 'definition von ',
    of: (name: string) => `Definition von ${name}`,
  },
  copy: {
    words: 'referenz ref kopieren kopiere',
    begin: 'referenz von ',
    of: (name: string) => `Referenz von ${name} kopieren`,
  },
};
export const ask = (begin: string) => `${begin.charAt(0).toUpperCase()}${begin.slice(1).trimEnd()} …`;

/** „Komponenten von Payments, deprecated, ohne Doku“: lifecycle and type are words of the entities themselves. */
export const filtered = (parts: {
  readonly lifecycle?: string | undefined;
  readonly type?: string | undefined;
  readonly plural: string;
  readonly owner?: string | undefined;
  readonly part?: string | undefined;
  readonly without?: 'owner' | 'docs' | undefined;
}) => {
  const { lifecycle, type, plural: kinds, owner, part } = parts;
  const head = [kinds, owner && `von ${owner}`, part && `in ${part}`].filter(Boolean).join(' ');
  const missing = parts.without && { owner: 'ohne Verantwortliche', docs: 'ohne Doku' }[parts.without];
  return [head, type, lifecycle, missing].filter(Boolean).join(', ');
};

/** Commands. */
export const theme = {
  words: 'farbschema theme dunkel hell modus farben',
  system: 'Farbschema: wie das System',
  light: 'Farbschema: hell',
  dark: 'Farbschema: dunkel',
};
export const copyAddress = { words: 'kopieren link adresse url', title: 'Adresse dieser Seite kopieren' };
export const copied = 'Kopiert';
export const copyFailed = 'Kopieren ist hier nicht erlaubt';
