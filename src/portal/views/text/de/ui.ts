import { numbersIn } from '../plurals.ts';

/** Texts of the parts that many pages are made of. */
const number = numbersIn('de');

export const pages = 'Seiten';
export const previous = 'Zurück';
export const next = 'Weiter';
export const pageOf = (page: number, count: number) => `Seite ${number(page)} von ${number(count)}`;
/** The title of a further page of a list: "Problems, page 2". */
export const titleOfPage = (title: string, page: number) => (page === 1 ? title : `${title}, Seite ${number(page)}`);
export const breadcrumbs = 'Pfad';
export const facts = 'Angaben';
export const filters = 'Filter';
export const removeFilter = (value: string) => `Filter ${value} entfernen`;
export const showMore = 'Mehr anzeigen';

export const copy = (what: string) => `${what} kopieren`;
export const address = 'Adresse';
export const code = 'Code';
export const reference = 'Referenz';
export const command = 'Befehl';
export const setting = 'Einstellung';

/** Before the time as of which something is shown: "As of 19 Nov 2026:". */
export const asOf = 'Stand';
export const status = 'Status';

export const tags = 'Tags';
export const notInCatalog = 'nicht im Katalog';
export const nothingHasRef = 'Kein Eintrag im Katalog hat diese Referenz';
export const nothingHasName = 'Kein Eintrag im Katalog heißt so';
