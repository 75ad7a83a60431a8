import { numbersIn, pluralsIn } from '../plurals.ts';

/** Texts of Settings. */
const number = numbersIn('de');
const plural = pluralsIn('de');

export const title = 'Einstellungen';
export const description = 'Farbschema, Dichte, meine Teams, Sterne und Gespeichertes: Alles bleibt in diesem Browser.';
export const lede = 'Das alles bleibt in diesem Browser. Niemand sonst sieht es, und kein anderer Browser weiß davon.';
export const unscripted =
  'Einstellungen bleiben im Browser und brauchen JavaScript. Ohne JavaScript folgt das Portal dem Farbschema des Systems; alles andere ist lesbar, wie es ist.';
export const notKept =
  'In diesem Browser kann das Portal nichts speichern, oder der Platz reicht nicht. Was hier gewählt wird, gilt, bis die Seite geschlossen wird.';

export const appearance = 'Darstellung';
export const theme = 'Farbschema';
export const density = 'Dichte';
export const comfortable = 'Komfortabel';
export const compact = 'Kompakt';
export const densityHint = 'Kompakt zeigt mehr Zeilen von Listen und Tabellen auf einmal.';

export const teams = 'Meine Teams';
export const teamsHint =
  'Die Startseite zeigt, was sie verantworten und was daran nicht stimmt; der Katalog lässt sich darauf eingrenzen.';
export const filterTeams = 'Teams filtern';
export const removeTeam = (name: string) => `${name} ist nicht mein Team`;
export const foundTeams = (shown: number, all: number) =>
  shown === all
    ? `${number(all)} ${plural(all, { one: 'Team', other: 'Teams' })}`
    : `${number(shown)} von ${number(all)} Teams; Tippen findet weitere`;
export const noTeamsFound = 'So heißt kein Team.';
export const noTeams = 'Der Katalog hat noch keine Teams.';
export const teamsNotLoaded = 'Die Teams konnten nicht geladen werden.';
export const tryAgain = 'Erneut versuchen';
export const gone = 'nicht mehr im Katalog';

export const starred = 'Mit Stern';
export const noneStarred = 'Noch nichts ist mit Stern markiert. Der Stern steht neben dem Namen jedes Eintrags.';
export const removeStar = (name: string) => `Stern von ${name} entfernen`;
export const starRemoved = (name: string) => `${name} hat keinen Stern mehr`;
export const visited = 'Zuletzt besucht';
export const noneVisited = 'Noch keine Seiten.';
export const forgetVisited = 'Diese Liste löschen';
export const visitedForgotten = 'Gelöscht';

export const transfer = 'In einen anderen Browser mitnehmen';
export const transferHint =
  'Sterne, Teams, besuchte Seiten, Farbschema und Dichte kommen als Datei mit. Was darin steht, ergänzt, was der andere Browser schon hat.';
export const save = 'Als Datei speichern';
export const load = 'Datei laden';
export const loaded = 'Geladen';
export const notLoaded = 'Diese Datei enthält keine gespeicherten Einstellungen.';

export const forget = 'Alles löschen';
export const forgetHint =
  'Sterne, Teams, besuchte Seiten, ausgeblendete Ankündigungen, Farbschema und Dichte. Offline gespeicherte Seiten werden weiter oben entfernt.';
export const forgetSure = 'Ja, alles löschen';
export const keep = 'Behalten';
export const forgotten = 'Alles ist gelöscht';
