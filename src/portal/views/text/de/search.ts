/** Texts of the search page. */
import { numbersIn, pluralsIn } from '../plurals.ts';

const plural = pluralsIn('de');
const number = numbersIn('de');

export const title = 'Suche';
export const description = (portal: string) => `Katalog und Doku von ${portal} durchsuchen.`;
export const label = 'Dienste, APIs, Teams und Doku durchsuchen';
export const needsScripts = 'Die Suche läuft im Browser und braucht JavaScript.';
export const withoutScripts = 'Was sie findet, steht auch auf Seiten, die ohne JavaScript auskommen:';
export const home = 'Startseite';
export const catalog = 'Katalog';
export const docs = 'Doku';

export const filters = 'Filter';
export const results = 'Treffer';
export const loading = 'Suche läuft …';
export const pages = (count: number) => `${number(count)} ${plural(count, { one: 'Seite', other: 'Seiten' })}`;
export const showMore = 'Mehr anzeigen';
export const more = (count: number) => `${number(count)} weitere`;
export const failed = 'Der Suchindex konnte nicht geladen werden. Bitte die Seite neu laden.';

export const nothing = (query: string) => (query === '' ? 'Nichts gefunden.' : `Nichts gefunden für „${query}“.`);
export const didYouMean = 'Vielleicht gemeint';
export const advice = 'Um mehr zu finden';
export const fewerWords = 'Weniger Wörter nehmen: Gefunden wird eine Seite nur, wenn sie alle enthält.';
export const shorterWords = 'Der Anfang eines Wortes genügt: „deploy“ findet auch „deployment“.';
export const noQuotes = 'Die Anführungszeichen weglassen: Mit ihnen zählen genau diese Wörter in dieser Reihenfolge.';
export const withoutFilters = 'Ohne die Filter suchen';

/** Titles of the filters. */
export const fields = {
  category: 'Wo',
  kind: 'Art',
  type: 'Typ',
  owner: 'Verantwortlich',
  lifecycle: 'Lebenszyklus',
  entity: 'Dokumentiert',
  tag: 'Tags',
  freshness: 'Aktualität',
};
export const categories = { entity: 'Katalog', docs: 'Dokumentation' };
