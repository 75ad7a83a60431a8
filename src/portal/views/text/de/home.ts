import { numbersIn, pluralsIn } from '../plurals.ts';

/** Texts of the Home page. */
const number = numbersIn('de');
const plural = pluralsIn('de');

export const title = 'Startseite';
export const description = (portal: string) => `Das Entwicklerportal von ${portal}.`;
export const search = 'Dienste, APIs, Teams und Doku durchsuchen';

export const announcements = 'Ankündigungen';
export const announcedFrom = (day: string) => `ab ${day}`;
export const announcedUntil = (day: string) => `bis ${day}`;
export const announcedBetween = (from: string, until: string) => `${from} bis ${until}`;
export const putAway = (announcement: string) => `Ausblenden: ${announcement}`;
export const wasPutAway = 'Ausgeblendet';

export const yours = 'Meins';
export const yoursSettings = 'Einstellungen';
export const starred = 'Mit Stern';
export const noneStarred = 'Was mit Stern markiert ist, steht hier.';
export const visited = 'Zuletzt besucht';
export const noneVisited = 'Besuchte Seiten stehen hier, nur in diesem Browser.';
export const teamsOfMine = 'Meine Teams';
export const noTeamsOfMine = 'Teams wählen,';
export const noTeamsOfMineRest = 'um zu sehen, was sie verantworten und was daran nicht stimmt.';
export const allStarred = (count: number) => `Alle ${number(count)}`;
export const owned = (count: number) => `${number(count)} ${plural(count, { one: 'Eintrag', other: 'Einträge' })}`;
export const teamProblems = (count: number) =>
  `${number(count)} ${plural(count, { one: 'Problem', other: 'Probleme' })}`;
export const noTeamProblems = 'nichts zu beheben';
export const teamGone = 'nicht im Katalog';

export const estate = 'Die Systemlandschaft';
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
export const allSystems = (count: number) => (count === 1 ? 'Systeme' : `Alle ${number(count)} Systeme`);

export const docs = 'Dokumentation';
export const allDocs = (count: number) => (count === 1 ? 'Dokumentation' : `Alle ${number(count)} Dokumentationen`);
export const pages = (count: number) => `${number(count)} ${plural(count, { one: 'Seite', other: 'Seiten' })}`;

export const teams = 'Teams';
export const allTeams = (count: number) => (count === 1 ? 'Teams' : `Alle ${number(count)} Teams`);
export const team = 'Team';
export const people = 'Personen';
export const owns = 'Einträge';
export const peopleUnit = (count: number) => plural(count, { one: 'Person', other: 'Personen' });
export const ownedUnit = (count: number) => plural(count, { one: 'Eintrag', other: 'Einträge' });

export const changed = 'Was sich geändert hat';
export const allChanges = 'Alle Änderungen';
export const inWeek = (count: number) => `${number(count)} in den letzten 7 Tagen`;
export const noneInWeek = 'nichts in den letzten 7 Tagen';
export const committed = 'Zuletzt geändert';

export const health = 'Zustand';
export const inCatalog = 'Im Katalog';
export const ofRepositories = 'Repositorys';
export const haveOwner = 'Haben Verantwortliche';
export const ofOwnable = 'Einträgen, die sie haben können';
export const areDocumented = 'Sind dokumentiert';
export const ofComponents = 'Komponenten';
export const areUpToDate = 'Sind aktuell';
export const ofAllRepositories = 'Repositorys';
export const problems = 'Probleme';
export const nothingToMend = 'nichts zu beheben';
export const partOf = (part: number, whole: number, what: string) => `${number(part)} von ${number(whole)} ${what}`;
export const percent = (share: number) => `${number(share)}\u00a0%`;
export const summary = (entities: number, repositories: number) =>
  `${number(entities)} ${plural(entities, { one: 'Eintrag', other: 'Einträge' })} aus ${number(repositories)} ${plural(repositories, { one: 'Repository', other: 'Repositorys' })}`;
