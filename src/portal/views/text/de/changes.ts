import { numbersIn } from '../plurals.ts';

/** Texts of what changed from build to build: the page, the history of an entity, and the feed. */
const number = numbersIn('de');

export const whatChanged = 'Was sich geändert hat';
export const description = (title: string) => `Was im Katalog von ${title} neu, anders oder weg ist.`;
export const lede = 'Was bei jedem Build gegenüber dem vorigen neu, anders oder weg war.';
export const followByFeed = 'Als Feed abonnieren';
export const nothingYet = 'Noch hat sich nichts geändert';
export const nothingYetExplained =
  'Der Verlauf beginnt mit dem ersten Build, der einen früheren vorfand. Von da an steht jeder Eintrag, der neu, anders oder weg ist, hier und auf seiner eigenen Seite.';
export const olderAsJson = (count: number) => `${number(count)} ältere Änderungen als JSON`;
export const history = 'Verlauf';

export const added = 'Neu';
export const removed = 'Entfernt';
/** After the name of a field of which only this is known. */
export const changed = 'geändert';
export const moreFields = (count: number) => (count === 1 ? '1 weiteres Feld' : `${number(count)} weitere Felder`);
export const andMore = (count: number) => `und ${number(count)} weitere`;
export const annotation = (name: string) => `Annotation ${name}`;

/** Titles and lines of the feed. */
export const feedTitle = (title: string) => `${title}: Was sich geändert hat`;
const whats = { added: 'ist neu', changed: 'geändert', removed: 'entfernt' };
export const entryOfOne = (entity: string, what: 'added' | 'changed' | 'removed', repository: string) =>
  `${entity} ${whats[what]} (${repository})`;
export const entryOfMany = (count: number, repository: string) => `${number(count)} Einträge in ${repository} geändert`;
export const fieldChanged = (field: string) => `${field} geändert`;
export const fieldIsNow = (field: string, to: string) => `${field} ist jetzt ${to}`;
export const fieldRemoved = (field: string, from: string) => `${field} ${from} entfernt`;
export const fieldFromTo = (field: string, from: string, to: string) => `${field} von ${from} zu ${to}`;
