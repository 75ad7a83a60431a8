import { numbersIn, pluralsIn } from '../plurals.ts';

/** Texte der Einstellungen. */
const number = numbersIn('de');
const plural = pluralsIn('de');

export const title = 'Einstellungen';
export const description = 'Farbschema, Dichte, eigene Teams, Sterne und Gespeichertes: bleibt in diesem Browser.';
export const lede = 'Das alles bleibt in diesem Browser. Niemand sonst sieht es, und kein anderer Browser weiß davon.';
export const unscripted =
  'Einstellungen bleiben im Browser und brauchen Skripte. Ohne sie folgt das Portal dem Farbschema des Systems; alles andere ist lesbar, wie es ist.';
export const notKept =
  'Dieser Browser lässt das Portal nichts behalten oder hat keinen Platz mehr. Was hier gewählt wird, gilt, bis die Seite geschlossen wird.';

export const appearance = 'Aussehen';
export const theme = 'Farbschema';
export const density = 'Dichte';
export const comfortable = 'Bequem';
export const compact = 'Kompakt';
export const densityHint = 'Kompakt bringt mehr Zeilen von Listen und Tabellen auf den Bildschirm.';

export const teams = 'Meine Teams';
export const teamsHint =
  'Die Startseite zeigt, was sie verantworten und was daran nicht stimmt; der Katalog lässt sich darauf eingrenzen.';
export const filterTeams = 'Teams filtern';
export const removeTeam = (name: string) => `${name} ist nicht mein Team`;
export const foundTeams = (shown: number, all: number) =>
  shown === all
    ? `${number(all)} ${plural(all, { one: 'Team', other: 'Teams' })}`
    : `${number(shown)} von ${number(all)} Teams; Tippen zeigt andere`;
export const noTeamsFound = 'So heißt kein Team.';
export const noTeams = 'Der Katalog hat noch keine Teams.';
export const teamsNotLoaded = 'Die Teams konnten nicht geladen werden.';
export const tryAgain = 'Noch einmal versuchen';
export const gone = 'nicht mehr im Katalog';

export const starred = 'Mit Stern';
export const noneStarred = 'Noch nichts hat einen Stern. Er steht neben dem Namen jeder Entität.';
export const removeStar = (name: string) => `Stern von ${name} wegnehmen`;
export const starRemoved = (name: string) => `${name} hat keinen Stern mehr`;
export const visited = 'Zuletzt besucht';
export const noneVisited = 'Noch keine Seiten.';
export const forgetVisited = 'Diese Seiten vergessen';
export const visitedForgotten = 'Vergessen';

export const transfer = 'In einen anderen Browser';
export const transferHint =
  'Nimmt Sterne, Teams, besuchte Seiten, Farbschema und Dichte als Datei mit. Was in der Datei steht, kommt zu dem hinzu, was der andere Browser hat.';
export const save = 'Als Datei speichern';
export const load = 'Datei laden';
export const loaded = 'Geladen';
export const notLoaded = 'Das ist keine Datei, in der diese Einstellungen gespeichert wurden.';

export const forget = 'Alles vergessen';
export const forgetHint =
  'Sterne, Teams, besuchte Seiten, ausgeblendete Ankündigungen, Farbschema und Dichte. Für offline gespeicherte Seiten werden weiter oben entfernt.';
export const forgetSure = 'Ja, alles vergessen';
export const keep = 'Behalten';
export const forgotten = 'Alles ist vergessen';
