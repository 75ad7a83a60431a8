import { numbersIn } from '../plurals.ts';

/** Texts of the catalog's indexes. */
const number = numbersIn('de');

export const title = 'Katalog';
export const kinds = 'Arten';
export const pageTitle = (plural: string, page: number) => `${plural}, Seite ${page}`;
export const pageDescription = (count: number, plural: string, portal: string) =>
  `${portal}: ${number(count)} ${plural}, nach Verantwortlichen, System und Lebenszyklus.`;
/** What stands after a number: nouns keep their capital. */
export const noun = (name: string) => name;

export const total = (count: number, nouns: string) => `${number(count)} ${nouns}`;
export const found = (count: number, all: number, nouns: string) => `${number(count)} von ${number(all)} ${nouns}`;
export const filterLabel = 'Nach Name, Beschreibung, Verantwortlichen, System oder Tag filtern';
export const filterPlaceholder = (nouns: string) => `${nouns} filtern …`;
export const removeFilter = (value: string) => `Filter ${value} entfernen`;
export const words = (text: string) => `„${text}“`;
export const clearAll = 'Alle entfernen';
export const loadingFailed = 'Die Liste konnte nicht geladen werden. Zum Filtern bitte die Seite neu laden.';

export const filters = 'Filter';
export const facets = {
  lifecycle: 'Lebenszyklus',
  owner: 'Verantwortlich',
  team: 'Team',
  type: 'Typ',
  system: 'System',
  domain: 'Domäne',
  partOf: 'Teil von',
  tags: 'Tags',
  docs: 'Dokumentation',
  problems: 'Probleme',
  dependents: 'Gebraucht',
  namespace: 'Namensraum',
  source: 'Quelle',
  personal: 'Meins',
};
/** Rows without a value of a facet. */
export const without = {
  lifecycle: 'ohne Lebenszyklus',
  owner: 'ohne Verantwortliche',
  type: 'ohne Typ',
  system: 'ohne System',
};
export const docs = { yes: 'mit Doku', no: 'ohne Doku' };
export const problems = { errors: 'Fehler', warnings: 'Warnungen', notes: 'Hinweise', none: 'ohne Probleme' };
export const dependents = {
  production: 'in Produktion gebraucht',
  other: 'anderswo gebraucht',
  none: 'nicht gebraucht',
};
export const starred = 'Mit Stern';
export const mine = 'Von meinen Teams';
export const findValue = (facet: string) => `${facet}: Wert suchen`;
export const findPlaceholder = 'Suchen …';
export const moreValues = (count: number) => `${number(count)} weitere`;
export const fewerValues = 'Weniger';
export const below = (value: string) => `Unter ${value}`;

export const presets = 'Oft gefragt';
export const preset = {
  deprecated: 'Veraltet und noch gebraucht',
  unowned: 'Ohne Verantwortliche',
  undocumented: 'Ohne Doku',
  broken: 'Mit Fehlern',
};

/** Said of a number on narrow screens, where there are no columns. */
export const pages = 'Seiten';
export const problemsOf = 'Probleme';
export const dependentsColumn = 'Gebraucht von';
export const dependentsTitle = 'Was direkt davon abhängt und in Produktion ist';
export const star = (name: string) => `${name} mit Stern markieren`;

export const copyView = 'Link kopieren';
export const copyViewTitle = 'Link zu dieser Ansicht kopieren';
export const csv = 'CSV';
export const json = 'JSON';
export const saveAs = (format: string) => `Diese Liste als ${format} speichern`;
export const allAsJson = 'Alle als JSON';

export const noneYet = (nouns: string) => `Noch keine ${nouns}.`;
export const howToAdd = 'Sie erscheinen hier, sobald die Katalogdatei eines Repositorys sie beschreibt.';
export const nothingFound = (nouns: string) => `Keine ${nouns} passen zu allen Filtern.`;
export const withoutFilter = (filter: string, count: number) => `Ohne ${filter}: ${number(count)}`;
export const chooseTeams = 'Noch sind keine eigenen Teams gewählt.';
export const starHow = 'Noch nichts ist mit Stern markiert: Der Stern steht neben jedem Namen.';
export const settings = 'Einstellungen';
