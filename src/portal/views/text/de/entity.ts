import { numbersIn, pluralsIn } from '../plurals.ts';

/** Texte der Seiten von Entitäten. */
const number = numbersIn('de');
const plural = pluralsIn('de');

/** Überschriften der Abschnitte. */
export const titles = {
  about: 'Beschreibung',
  graph: 'Wie es zusammenhängt',
  relations: 'Verwandtes',
  definition: 'Definition',
  docs: 'Dokumentation',
  decisions: 'Entscheidungen',
  problems: 'Probleme',
  facts: 'Fakten',
  history: 'Verlauf',
  missing: 'Was die Datei noch sagen könnte',
  raw: 'Rohdaten',
};

/** Beschriftungen neben der Entität. */
export const labels = {
  owner: 'Zuständig',
  contact: 'Kontakt',
  docs: 'Dokumentation',
  source: 'Quelle',
  partOf: 'Teil von',
  memberOf: 'Mitglied von',
  lifecycle: 'Lebenszyklus',
  replacedBy: 'Ersetzt durch',
  replaces: 'Ersetzt',
  links: 'Links',
  problems: 'Probleme',
};

/** Was die üblichen Lebenszyklen bedeuten, in wenigen Worten. */
export const lifecycles: Readonly<Record<string, string>> = {
  experimental: 'Eine frühe Version: Sie ändert sich noch, Verlass ist darauf nicht.',
  development: 'Im Bau: Es ändert sich noch, Verlass ist darauf nicht.',
  beta: 'Fast fertig: Es kann sich noch ändern.',
  staging: 'Wird geprüft, bevor es in Betrieb geht.',
  production: 'In Betrieb und gepflegt.',
  ga: 'In Betrieb und gepflegt.',
  stable: 'In Betrieb und gepflegt.',
  active: 'In Betrieb und gepflegt.',
  maintenance: 'Läuft weiter, wird nicht weiterentwickelt.',
  deprecated: 'Läuft aus: nicht mehr neu verwenden.',
  retired: 'Nicht mehr in Betrieb.',
  'end-of-life': 'Nicht mehr in Betrieb.',
};

export const facts = 'Fakten';
export const onThisPage = 'Auf dieser Seite';
export const open = 'Anzeigen';
export const openInGraph = 'Im Graph öffnen';
export const actionDocs = 'Doku';
export const actionSource = 'Quelle';
export const actionEdit = 'Bearbeiten';
export const actions = 'Aktionen';
export const copyReference = 'Referenz';
export const notInCatalog = 'nicht im Katalog';
export const people = (count: number) => `${number(count)} ${plural(count, { one: 'Person', other: 'Personen' })}`;
export const pages = (count: number) => `${number(count)} ${plural(count, { one: 'Seite', other: 'Seiten' })}`;
export const lines = (count: number) => `${number(count)} ${plural(count, { one: 'Zeile', other: 'Zeilen' })}`;
export const more = (count: number) => `${number(count)} weitere`;
export const fromCodeowners = 'aus CODEOWNERS';
export const codeownersExplained = (line: number, path: string) =>
  `Die Katalogdatei nennt niemanden; Zeile ${line} von ${path} tut es.`;
export const branchAt = (branch: string) => `${branch} bei`;

export const name = 'Name';
export const owner = 'Zuständig';
export const lifecycle = 'Lebenszyklus';

export const read = (title: string) => `${title} lesen`;
export const download = 'Herunterladen';
export const copyDefinition = 'Definition';
export const definition = 'Definition';
export const cutForLength = 'Hier der Länge wegen abgeschnitten.';
export const wholeDefinition = 'Die ganze Definition';
export const hasLines = (count: number) => `hat ${lines(count)}.`;

export const listLabels = 'Labels';
export const listTargets = 'Ziele';
export const listElsewhere = 'Anderswo';
export const target = 'Ziel';

/** Wovon Annotationen handeln, die viele Portale haben. */
export const annotations: Readonly<Record<string, string>> = {
  'github.com/project-slug': 'Projekt auf GitHub',
  'github.com/team-slug': 'Team auf GitHub',
  'github.com/user-login': 'Auf GitHub',
  'gitlab.com/project-slug': 'Projekt auf GitLab',
  'gitlab.com/user-login': 'Auf GitLab',
  'bitbucket.org/project-slug': 'Projekt auf Bitbucket',
  'dev.azure.com/project-repo': 'Projekt auf Azure DevOps',
  'circleci.com/project-slug': 'Builds auf CircleCI',
  'buildkite.com/project-slug': 'Builds auf Buildkite',
  'travis-ci.com/repo-slug': 'Builds auf Travis CI',
  'jenkins.io/job-full-name': 'Job auf Jenkins',
  'sentry.io/project-slug': 'Fehler auf Sentry',
  'rollbar.com/project-slug': 'Fehler auf Rollbar',
  'snyk.io/org-name': 'Organisation auf Snyk',
  'sonarqube.org/project-key': 'Projekt auf SonarQube',
  'sonarcloud.io/project-key': 'Qualität auf SonarCloud',
  'codecov.io/repo-slug': 'Testabdeckung auf Codecov',
  'pagerduty.com/service-id': 'Dienst bei PagerDuty',
  'opsgenie.com/team': 'Team bei Opsgenie',
  'jira/project-key': 'Projekt in Jira',
  'argocd/app-name': 'Anwendung in Argo CD',
  'backstage.io/kubernetes-id': 'Name in Kubernetes',
  'backstage.io/kubernetes-namespace': 'Namensraum in Kubernetes',
  'grafana/dashboard-selector': 'Dashboards in Grafana',
  'grafana/overview-dashboard': 'Dashboard in Grafana',
  'datadoghq.com/dashboard-url': 'Dashboard bei Datadog',
  'lighthouse.com/website-url': 'Website, die gemessen wird',
  'newrelic.com/dashboard-guid': 'Dashboard bei New Relic',
  'google.com/project-id': 'Projekt in Google Cloud',
  'aws.amazon.com/account-id': 'Konto bei AWS',
};

export const asJson = 'Als JSON, mit Beziehungen';
export const asMarkdown = 'Als Markdown';
export const atSource = 'An der Quelle';
export const cutYaml = '# … gekürzt';
export const cameFrom = 'Woher es kommt';
export const lineOf = (path: string, line: number) => `${path}, Zeile ${number(line)}`;
export const ledHere = (path: string) => `über ${path}`;
export const together = 'In derselben Datei';
export const otherAnnotations = 'Annotationen';
export const badgeFor = 'Für das README des Repositorys:';
export const badgeAlt = 'Das Abzeichen dieser Entität';
export const badgeMarkdown = 'Markdown des Abzeichens';

export const missing = {
  owner: 'Wer zuständig ist',
  ownerWhy: 'Niemand ist genannt, den man fragen kann, und auf keiner Teamseite ist es zu finden.',
  relations: 'Was es braucht und wozu es gehört',
  relationsWhy: 'Nichts sagt, wovon es ein Teil ist, was es braucht oder wer es braucht.',
  docs: 'Dokumentation',
  docsWhy: 'Markdown im Ordner docs/ des Repositorys wird hier veröffentlicht, sobald die Datei es sagt.',
  description: 'Was es ist',
  descriptionWhy: 'Ein Satz für Leute, die nie davon gehört haben; auch die Suche findet es dadurch.',
  members: 'Wer dazugehört',
  membersWhy: 'Niemand ist als Teil des Teams genannt, auch keine Adresse.',
  owned: 'Wofür das Team zuständig ist',
  ownedWhy: 'Hier steht alles, dessen Datei das Team als zuständig nennt.',
  teams: 'Teams',
  teamsWhy: 'Hier stehen die Teams einer Person und wofür diese zuständig sind.',
  parts: 'Woraus es besteht',
  partsWhy: 'Hier steht alles, dessen Datei es nennt, auch gezeichnet.',
  providers: 'Wer sie anbietet',
  providersWhy: 'Keine Komponente sagt, dass sie diese API anbietet. Die Datei der richtigen kann es:',
};
export const inFileOf = 'catalog-info.yaml dessen, was hierher gehört';
export const inFileOfProvider = 'catalog-info.yaml dessen, was sie anbietet';
export const describe = 'Wozu es da ist, in einem Satz.';
export const copySnippet = 'Zeilen';
