import { numbersIn } from '../plurals.ts';

/** Texts of the lists of repositories that the catalog says nothing of. */
const number = numbersIn('de');

export const notInCatalog = 'Noch nicht im Katalog';
export const description = (title: string) =>
  `Repositorys von ${title}, von denen der Katalog nichts weiß, mit einer Katalogdatei für jedes.`;
export const share = 'Anteil der Repositorys, die im Katalog stehen';
/** How much of the whole is in the catalog, in a sentence. */
export const coverage = (covered: number, total: number) => {
  if (total === 0) return 'Es gibt noch keine Repositorys.';
  if (total === 1) return `Das eine Repository steht ${covered === 1 ? '' : 'noch nicht '}im Katalog.`;
  if (covered < total) return `${number(covered)} von ${number(total)} Repositorys stehen im Katalog.`;
  return `Alle ${number(total)} Repositorys stehen im Katalog.`;
};

export const lists = 'Listen';
export const missing = 'Ohne Katalogdatei';
export const broken = 'Katalogdatei ergibt nichts';
export const aside = 'Nicht mitgezählt';
export const sources = 'Quellen';
export const allSources = 'Alle Quellen';
export const ledes = {
  missing:
    'Jedem fehlt eine Katalogdatei; der Vorschlag hier entsteht aus dem, was im Repository liegt. Was neue Commits, API-Definitionen und Doku hat, steht oben.',
  aside: 'Auch ohne Katalogdatei, aber nicht mitgezählt: archiviert, ein Fork oder laut Konfiguration nicht erwartet.',
  broken: 'Jedes hat eine Katalogdatei, aber nichts davon kam in den Katalog.',
};
export const nothingMissing = 'Nichts fehlt.';
export const nothingMissingExplained =
  'Jedes Repository, das im Katalog erwartet wird, hat eine Katalogdatei oder wird von einem anderen beschrieben.';
export const allAsJson = 'Alle als JSON';

/** Why a repository is set aside. */
export const reasons = {
  archived: 'Archiviert.',
  fork: 'Ein Fork.',
  'not-expected': 'Laut Konfiguration nicht erwartet.',
};
export const givesNothing = 'Die Katalogdatei ergibt nichts für den Katalog.';
export const definesNothing = 'Die Katalogdatei definiert nichts.';
export const problems = (count: number) => (count === 1 ? 'Was nicht stimmt' : `${number(count)} Probleme`);

export const foundInIt = 'Darin gefunden';
export const apiDefinitions = (count: number) => (count === 1 ? 'API-Definition' : `${number(count)} API-Definitionen`);
export const docs = 'Doku';
export const decisions = 'Entscheidungen';
export const files = (count: number) => (count === 1 ? '1 Datei' : `${number(count)} Dateien`);

export const addOn = (host: string) => `Auf ${host} anlegen`;
/** After a link's text, for those who hear it away from its row. */
export const forRepository = (repository: string) => `für ${repository}`;
export const suggested = (path: string) => `Vorschlag für ${path}`;
export const ofRepository = (repository: string) => `von ${repository}`;
export const fileOf = (path: string, repository: string) => `${path} von ${repository}`;
export const tooLongForLink = 'Für einen Link ist sie zu lang: bitte kopieren und in die neue Datei einfügen.';
