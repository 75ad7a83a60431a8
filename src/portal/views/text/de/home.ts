import { numbersIn, pluralsIn } from '../plurals.ts';

/** Texte der Startseite. */
const number = numbersIn('de');
const plural = pluralsIn('de');

export const title = 'Start';
export const description = (portal: string) => `Das Entwicklerportal von ${portal}.`;
export const search = 'Dienste, APIs, Teams und Doku suchen';

export const announcements = 'Ankündigungen';
export const announcedFrom = (day: string) => `ab ${day}`;
export const announcedUntil = (day: string) => `bis ${day}`;
export const announcedBetween = (from: string, until: string) => `${from} bis ${until}`;
export const putAway = (announcement: string) => `Ausblenden: ${announcement}`;
export const wasPutAway = 'Ausgeblendet';

export const yours = 'Meins';
export const yoursSettings = 'Einstellungen';
export const starred = 'Mit Stern';
export const noneStarred = 'Was einen Stern hat, steht hier.';
export const visited = 'Zuletzt besucht';
export const noneVisited = 'Besuchte Seiten stehen hier, nur in diesem Browser.';
export const teamsOfMine = 'Meine Teams';
export const noTeamsOfMine = 'Teams wählen,';
export const noTeamsOfMineRest = 'um zu sehen, was sie verantworten und was daran nicht stimmt.';
export const allStarred = (count: number) => `Alle ${number(count)}`;
export const owned = (count: number) => `verantwortet ${number(count)}`;
export const teamProblems = (count: number) =>
  `${number(count)} ${plural(count, { one: 'Problem', other: 'Probleme' })}`;
export const noTeamProblems = 'nichts zu beheben';
export const teamGone = 'nicht im Katalog';

export const estate = 'Die Landschaft';
export const noSystems = 'Noch keine Systeme.';
export const noSystemsHint: readonly string[] = [
  'Eine',
  'und ihre',
  'in einer Katalogdatei ergeben das Inhaltsverzeichnis der Software.',
];
export const systems = 'Systeme';
export const otherSystems = 'Weitere Systeme';
export const components = (count: number) => plural(count, { one: 'Komponente', other: 'Komponenten' });
export const moreSystems = (count: number) =>
  `und ${number(count)} ${plural(count, { one: 'weiteres System', other: 'weitere Systeme' })}`;
export const allDomains = (count: number) => `Alle ${number(count)} Domänen`;
export const allSystems = (count: number) => `Alle ${number(count)} Systeme`;

export const docs = 'Dokumentation';
export const allDocs = (count: number) => (count === 1 ? 'Dokumentation' : `Alle ${number(count)} Seitensammlungen`);
export const pages = (count: number) => `${number(count)} ${plural(count, { one: 'Seite', other: 'Seiten' })}`;

export const teams = 'Teams';
export const allTeams = (count: number) => `Alle ${number(count)} Teams`;
export const team = 'Team';
export const people = 'Personen';
export const owns = 'Verantwortet';
export const peopleUnit = (count: number) => plural(count, { one: 'Person', other: 'Personen' });
export const ownedUnit = 'verantwortet';

export const changed = 'Was sich geändert hat';
export const allChanges = 'Alle Änderungen';
export const inWeek = (count: number) => `${number(count)} in den letzten 7 Tagen`;
export const noneInWeek = 'nichts in den letzten 7 Tagen';
export const committed = 'Zuletzt geändert';

export const health = 'Zustand';
export const inCatalog = 'Im Katalog';
export const ofRepositories = 'der Repositories';
export const haveOwner = 'Haben Verantwortliche';
export const ofOwnable = 'von allem, was sie haben kann';
export const areDocumented = 'Sind dokumentiert';
export const ofComponents = 'aller Komponenten';
export const areUpToDate = 'Sind aktuell';
export const ofAllRepositories = 'aller Repositories';
export const problems = 'Probleme';
export const nothingToMend = 'nichts zu beheben';
export const partOf = (part: number, whole: number, what: string) => `${number(part)} von ${number(whole)} ${what}`;
export const percent = (share: number) => `${number(share)} %`;
export const summary = (entities: number, repositories: number) =>
  `${number(entities)} ${plural(entities, { one: 'Entität', other: 'Entitäten' })} aus ${number(repositories)} ${plural(repositories, { one: 'Repository', other: 'Repositories' })}`;
