import { numbersIn } from '../plurals.ts';

/** Texts around the pages of docs: navigation, history, what can be done about a page, diagrams and pictures. */
const number = numbersIn('de');

export const contents = 'Inhalt';
export const onThisPage = 'Auf dieser Seite';
export const docsOf = (title: string) => `Doku von ${title}`;
export const moreBefore = (count: number) => `${number(count)} weitere davor`;
export const moreAfter = (count: number) => `${number(count)} weitere danach`;
export const neighbours = 'Benachbarte Seiten';
export const previous = 'Zurück';
export const next = 'Weiter';

export const searchName = 'Diese Doku';
export const searchPlaceholder = 'Diese Doku durchsuchen …';
export const searchLabel = 'Diese Doku durchsuchen';
export const nothingFound = 'In dieser Doku wurde nichts gefunden.';
export const found = (count: number) => `${number(count)} gefunden`;
export const searchEverything = 'Überall suchen';
export const searchFailed = 'Der Suchindex konnte nicht geladen werden.';

export const edit = 'Diese Seite bearbeiten';
export const reportIssue = 'Problem melden';
export const history = 'Verlauf';
/** An issue that a reader begins to write on the code host. */
export const issueTitle = (heading: string) => `Doku: ${heading}`;
export const issueBody = (address: string, file: string) => `Seite: ${address}\nDatei: ${file}\n\n`;
export const inPortal = (title: string) => `in ${title}`;

/** Before a time: "Last changed 3 days ago". */
export const lastChanged = 'Zuletzt geändert';
export const lastChangedBefore = 'Letzte Änderung früher als';
/** Before a name. */
export const by = 'von';
export const alsoBy = 'Auch von';
/** Between the last two of a list. */
export const and = 'und';
export const andOthers = (count: number) =>
  count === 1 ? 'und einer weiteren Person' : `und ${number(count)} weiteren Personen`;
/** After a file's path, before its repository, and before a commit. */
export const inRepository = (repository: string) => `in ${repository}`;
export const atCommit = 'bei Commit';
const spans = {
  day: ['einem Tag', 'Tagen'],
  week: ['einer Woche', 'Wochen'],
  month: ['einem Monat', 'Monaten'],
  year: ['einem Jahr', 'Jahren'],
} as const;
/** What is said of a page that nobody changed for long. */
export const untouched = (count: number, unit: 'day' | 'week' | 'month' | 'year') =>
  `Seit ${count === 1 ? spans[unit][0] : `${number(count)} ${spans[unit][1]}`} unberührt`;

export const earlierVersion = 'Dies ist eine frühere Fassung';
/** Between the above and a commit. */
export const ofCommit = 'aus Commit';
export const newestNotBuilt = 'Die neueste konnte nicht gebaut werden.';
export const problems = 'Probleme';

export const movedTitle = 'Umgezogen';
export const moved = 'Diese Seite ist umgezogen';
export const movedTo = (title: string) => `Jetzt unter „${title}“.`;
/** Before a link. */
export const nowAt = 'Sie steht jetzt unter';

export const copyCode = 'Code kopieren';
export const copyHeadingLink = 'Link zu dieser Überschrift kopieren';
export const linkTo = (heading: string) => `Link zu „${heading}“`;
export const linkCopied = 'Link kopiert';
export const picture = 'Bild';
export const fullSize = (name: string) => `${name}: volle Größe`;
export const close = 'Schließen';
export const source = 'Quelltext';
export const notDrawn = (reason: string) => `Dieses Diagramm lässt sich nicht zeichnen: ${reason}`;
/** Names a diagram by the words in it. */
export const diagram = (words: readonly string[], more: number) =>
  `Diagramm: ${words.join(', ')}${more > 0 ? ` und ${number(more)} weitere` : ''}`;
