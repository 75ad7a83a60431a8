import { numbersIn } from '../plurals.ts';

/** Texts of the pages about problems, and of problems on other pages. What a problem itself says is English everywhere. */
const number = numbersIn('de');

export const problems = 'Probleme';
export const overview = 'Alles, was der letzte Build zu beanstanden hatte, mit Datei, Zeile und Abhilfe.';
export const lede =
  'Was der letzte Build nicht verstand, mit der Zeile, die zu ändern ist. Alles andere ist veröffentlicht.';
export const lastRead = 'Wann zuletzt gelesen wurde';
export const notInCatalog = (count: number) =>
  count === 1 ? 'Ein Repository ist noch nicht im Katalog' : `${number(count)} Repositorys sind noch nicht im Katalog`;

export const byOwner = 'Probleme nach Verantwortlichen';
export const byCode = 'Probleme nach Code';
export const repositories = 'Repositorys';
export const repository = 'Repository';
export const owners = 'Verantwortliche';
export const owner = 'Verantwortlich';
export const codes = 'Codes';
export const problem = 'Problem';
export const where = 'Wo';
export const severity = 'Schweregrad';
export const errors = 'Fehler';
export const warnings = 'Warnungen';
export const notes = 'Hinweise';
export const error = 'Fehler';
export const warning = 'Warnung';
export const note = 'Hinweis';
export const whatIsWrong = 'Was nicht stimmt';

export const manyOwners = (count: number) => `${number(count)} Verantwortliche`;
export const manyRepositories = (count: number) => `${number(count)} Repositorys`;
export const noOwner = 'niemand';
export const nobody = 'Niemand';
export const thisPortal = 'Dieses Portal';
export const repositoryItself = 'Das Repository selbst';

export const problemsOf = (title: string) => `Probleme von ${title}`;
export const foundIn = (title: string) => `Was der letzte Build zu beanstanden hatte: ${title}.`;
export const ledeOfPortal =
  'Was kein einzelnes Repository betrifft: die Konfiguration, die Werkzeuge, der Katalog als Ganzes.';
export const ledeOfRepository = 'Was in seinen Dateien nicht stimmt, nach Datei.';
export const ledeOfNobody =
  'Wer verantwortlich ist, ist nicht bekannt: Der Eintrag nennt niemanden aus dem Katalog, und auch für sein Repository ist es nicht eindeutig.';
export const ledeOfOwner = 'Was in diesem Verantwortungsbereich nicht stimmt, nach Repository.';
export const openOnHost = 'Repository öffnen';

export const filterLabel = 'Nach Meldung, Adresse oder Eintrag filtern';
export const filterPlaceholder = 'Probleme filtern …';
export const found = (count: number, all: number) => `${number(count)} von ${number(all)}`;
export const allAsJson = 'Alle als JSON';
export const searchAll = 'Alle auf einmal durchsuchen';

/** Describes the page of a code; why it matters is English. */
export const meaning = (code: string, _why: string) => `${code}: was das bedeutet, was zu tun ist und wo es vorkommt`;
export const whatToDo = 'Was zu tun ist.';
export const withProblem = 'Mit dem Problem';
export const withoutProblem = 'Ohne das Problem';
/** Names a file of an example for those who hear it. */
export const fileOf = (path: string, side: string) => `${path}, ${side.charAt(0).toLowerCase()}${side.slice(1)}`;

export const none = 'Keine Probleme.';
export const noneExplained =
  'Jede Datei jedes Repositorys wurde gelesen und verstanden, und alles, worauf eine verweist, ist da. Was schiefgeht, steht hier, nach Repository und nach Verantwortlichen, mit Datei, Zeile und Abhilfe.';
export const validateFirst = 'Wer beiträgt, erfährt es vor dem Push, mit denselben Regeln und Meldungen:';

export const moreProblems = (count: number) =>
  count === 1 ? '1 weiteres Problem' : `${number(count)} weitere Probleme`;
export const allOf = (repository: string) => `Alle Probleme von ${repository}`;
export const allOfTeam = (count: number) =>
  count === 1 ? 'Auf einer eigenen Seite' : `Alle ${number(count)} Probleme dieses Teams`;
export const noneOfItsOwn = 'Keine eigenen';
/** Beside a team's own problems, or in their place, those of its child teams. */
export const inChildTeams = (count: number, hasOwn: boolean) => {
  const teams = count === 1 ? 'einige in einem Unterteam' : `einige in ${number(count)} Unterteams`;
  return hasOwn ? `und ${teams}` : teams;
};
