/** Texte der Schnellsuche, und die Wörter, mit denen man nach ihren Aktionen fragt. */
import { numbersIn, pluralsIn } from '../plurals.ts';

const plural = pluralsIn('de');
const number = numbersIn('de');

export const title = 'Schnell öffnen';
export const label = 'Gehe zu';
export const placeholder = 'Name, Doku-Seite, POST /orders, „Komponenten ohne Besitzer“ …';
export const close = 'Schließen';
export const results = 'Treffer';
export const loading = 'Namen werden geladen …';
export const failed = 'Die Namen konnten nicht geladen werden. Vielleicht weiß die Suchseite mehr.';
export const offline = 'Es gibt kein Netz, und die Namen sind noch nicht in diesem Browser gespeichert.';
export const again = 'Noch einmal versuchen';
export const nothing = 'Nichts heißt so.';
export const found = (count: number) => `${number(count)} ${plural(count, { one: 'Treffer', other: 'Treffer' })}`;
export const searchEverything = (query: string) => `Alles nach „${query}“ durchsuchen`;
export const searchPage = 'Alles durchsuchen';
export const recent = 'Zuletzt besucht';
export const starred = 'Mit Stern';
export const suggestions = 'Auch danach lässt sich fragen';

export const keys = {
  open: 'Öffnen',
  complete: 'Weiter',
  act: 'Ausführen',
  newTab: 'Neuer Tab',
  move: 'Wählen',
  close: 'Schließen',
};
export const docsOf = (site: string) => `Doku · ${site}`;
export const operationOf = (api: string) => `Operation · ${api}`;
export const page = 'Seite';
export const list = 'Liste';
export const action = 'Aktion';
export const count = (value: number) => number(value);

/** Die Seiten des Portals selbst, und wie sie noch heißen können. */
export const pages = {
  home: 'Startseite',
  homeWords: 'home übersicht',
  catalogWords: 'katalog liste alle',
  docs: 'Alle Dokus',
  docsWords: 'dokumentation techdocs docs',
  graph: 'Graph von allem',
  graphWords: 'karte abhängigkeiten catalog-graph',
  search: 'Suchseite',
  searchWords: 'finden volltext',
  problems: 'Probleme',
  problemsWords: 'fehler warnungen repositorys',
  problemsByOwner: 'Probleme nach Besitzer',
  problemsByCode: 'Probleme nach Code',
  changes: 'Was sich geändert hat',
  changesWords: 'neues verlauf feed änderungen',
  status: 'Stand der Quellen',
  statusWords: 'status build zuletzt gelesen',
  coverage: 'Noch nicht im Katalog',
  coverageWords: 'fehlende repositorys abdeckung',
  settings: 'Einstellungen',
  settingsWords: 'farbschema dichte offline',
};

/** Wörter zwischen anderen, die allein nichts sagen. */
export const connectors = 'von vom für im in der die das des dem zu zur zum über wer wem was welche ist sind ab auf';
/** Wörter vor dem, was fehlt. */
export const without = 'ohne kein keine fehlend fehlende';
/** Was fehlen kann. */
export const missable = { owner: 'besitzer besitzerin owner team', docs: 'doku dokus dokumentation docs' };

/** Was man zu einer Entität fragen kann: fragende Wörter, wie die Antwort heißt, und wie die Frage beginnt. */
export const about = {
  docs: { words: 'doku dokumentation docs', begin: 'doku von ', of: (name: string) => `Doku von ${name}` },
  graph: { words: 'graph karte nachbarschaft', begin: 'graph von ', of: (name: string) => `Graph von ${name}` },
  owner: {
    words: 'gehört besitzer owner verantwortlich',
    begin: 'wem gehört ',
    of: (name: string, owner = '') => `${name} gehört ${owner}`,
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
  copy: { words: 'kopieren kopiere ref', begin: 'kopiere ref von ', of: (name: string) => `Ref von ${name} kopieren` },
};
export const ask = (begin: string) => `${begin.charAt(0).toUpperCase()}${begin.slice(1).trimEnd()} …`;

/** „Komponenten von Payments, deprecated, ohne Doku“: Lebenszyklus und Typ sind Wörter der Entitäten selbst. */
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
  const missing = parts.without && { owner: 'ohne Besitzer', docs: 'ohne Doku' }[parts.without];
  return [head, type, lifecycle, missing].filter(Boolean).join(', ');
};

/** Befehle. */
export const theme = {
  words: 'farbschema theme dunkel hell modus farben',
  system: 'Farbschema: wie das System',
  light: 'Farbschema: hell',
  dark: 'Farbschema: dunkel',
};
export const copyAddress = { words: 'kopieren link adresse url', title: 'Adresse dieser Seite kopieren' };
export const copied = 'Kopiert';
export const copyFailed = 'Kopieren ist hier nicht erlaubt';
