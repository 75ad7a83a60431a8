import { numbersIn, pluralsIn } from '../plurals.ts';

/** Texts of the lists of all docs. */
const plural = pluralsIn('de');
const number = numbersIn('de');

export const title = 'Doku';
export const heading = 'Dokumentation';
export const description = (portal: string, sites: number) =>
  `${number(sites)} ${plural(sites, { one: 'Dokumentation', other: 'Dokumentationen' })} in ${portal}.`;
export const pageNumber = (name: string, page: number) => `${name}, Seite ${number(page)}`;
export const arrangements = { title: 'Nach Titel', owner: 'Nach Verantwortlichen', freshness: 'Nach Aktualität' };
export const tabs = 'Anordnung';
export const sites = (count: number) =>
  `${number(count)} ${plural(count, { one: 'Dokumentation', other: 'Dokumentationen' })}`;
export const sitesOf = (count: number, total: number) => `${number(count)} von ${sites(total)}`;
export const filter = 'Doku filtern …';
export const filterLabel = 'Nach Titel, Beschreibung, Eintrag oder Verantwortlichen filtern';
export const failed = 'Die Liste konnte nicht geladen werden. Bitte die Seite neu laden.';
export const freshnessHint =
  'Was am längsten nicht geändert wurde, steht oben: Darum sollte sich am ehesten jemand kümmern.';

export const columns = {
  title: 'Titel',
  entity: 'Dokumentiert',
  owner: 'Verantwortlich',
  pages: 'Seiten',
  decisions: 'Entscheidungen',
  time: 'Geändert',
};
export const pages = (count: number) => plural(count, { one: 'Seite', other: 'Seiten' });
export const decisions = (count: number) => plural(count, { one: 'Entscheidung', other: 'Entscheidungen' });
export const nobody = 'Niemand verantwortlich';
export const untouchedPages = (mark: string, count: number) =>
  `${mark}: ${number(count)} ${plural(count, { one: 'Seite', other: 'Seiten' })}`;

export const none = 'Noch keine Dokumentation.';
export const nothingFits = 'Keine Doku hat diese Wörter in Titel, Beschreibung, Eintrag oder bei den Verantwortlichen.';
/** Around a folder's name. */
export const addFolder = [
  'Ein Repository braucht dafür einen Ordner ',
  ' mit Markdown-Dateien und seine Katalogdatei diese Annotation:',
];
export const addPage = 'Die erste Seite ist diese Datei:';
export const firstPage = '# Bestellungen\n\nWofür es da ist und wer Fragen beantwortet.';
export const thenBuilt = 'Der nächste Build zeigt sie hier, auf der Seite des Eintrags und in der Suche.';
