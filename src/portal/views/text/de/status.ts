import { numbersIn, pluralsIn } from '../plurals.ts';

/** Texts of the page that says how far the portal shows what there is. */
const number = numbersIn('de');
const plural = pluralsIn('de');

export const status = 'Status';
export const description = 'Wann die Quellen zuletzt gelesen wurden und was in früherer Fassung angezeigt wird.';
export const lede =
  'Wie vollständig und aktuell dieses Portal ist. Was nicht gelesen werden konnte, bleibt, wie es zuletzt gelesen wurde.';
export const crawled = 'Gelesen am';

/** What became of a repository. */
export const outcomes = {
  fresh: 'aktuell',
  stale: 'nicht lesbar',
  refused: 'nicht brauchbar',
  held: 'soll entfernt werden',
  removed: 'entfernt',
  absent: 'nie gelesen',
};
export const someUpToDate = (fresh: number, all: number) =>
  plural(all, {
    one: `${number(fresh)} von einem Repository aktuell`,
    other: `${number(fresh)} von ${number(all)} Repositorys aktuell`,
  });
export const allUpToDate = (all: number) =>
  plural(all, { one: 'Das eine Repository ist aktuell', other: `Alle ${number(all)} Repositorys aktuell` });
export const allListedUpToDate = (all: number) =>
  plural(all, {
    one: 'Das eine aufgelistete Repository ist aktuell; es kann mehr geben',
    other: `Alle ${number(all)} aufgelisteten Repositorys aktuell; es kann mehr geben`,
  });

export const repositories = 'Repositorys';
export const entities = 'Einträge';
export const inAll = 'insgesamt';
export const shownAsTheyWere = 'in früherer Fassung';
export const problems = 'Probleme';
export const none = 'keine';

export const held = 'Wird erst nach Bestätigung entfernt';
export const confirmOnce = 'Wenn das gewollt ist, genügt eine Bestätigung, von Hand oder als Commit:';
export const entity = 'Eintrag';
export const lastReadIn = 'Zuletzt gelesen in';
export const moreAsJson = (count: number) => `${number(count)} weitere als JSON`;
export const allAsJson = 'Alles als JSON';

export const sources = 'Quellen';
export const source = 'Quelle';
export const list = 'Liste';
export const complete = 'vollständig';
export const incomplete = 'unvollständig';
export const upToDate = 'Aktuell';
export const asTheyWere = 'Frühere Fassung';
export const notShown = 'Nicht angezeigt';
/** The same behind a figure, where a narrow screen has no headings. */
export const figures = { upToDate: 'aktuell', asTheyWere: 'in früherer Fassung', notShown: 'nicht angezeigt' };

export const notUpToDate = 'Nicht aktuell';
export const everythingUpToDate = 'Jedes Repository wird angezeigt, wie es beim letzten Lesen war.';
export const repository = 'Repository';
export const state = 'Zustand';
export const asOf = 'Stand';
export const never = 'nie';

export const removed = 'In diesem Build entfernt';
export const whatWent = 'Was wegfiel';
/** What a removal took away: "3 entities: a, b, c." */
export const removal = (count: number, names: readonly string[]) => {
  const rest = count - names.length;
  const more = rest > 0 ? ` und ${number(rest)} weitere` : '';
  return `${number(count)} ${plural(count, { one: 'Eintrag', other: 'Einträge' })}: ${names.join(', ')}${more}.`;
};
