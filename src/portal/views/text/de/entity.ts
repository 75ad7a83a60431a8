import { numbersIn, pluralsIn } from '../plurals.ts';

/** Texts of entity pages. */
const number = numbersIn('de');
const plural = pluralsIn('de');

/** Headings of sections. */
export const titles = {
  about: 'Beschreibung',
  graph: 'Wie es zusammenhängt',
  relations: 'Beziehungen',
  definition: 'Definition',
  docs: 'Dokumentation',
  decisions: 'Entscheidungen',
  problems: 'Probleme',
  facts: 'Angaben',
  history: 'Verlauf',
  missing: 'Was die Katalogdatei noch sagen könnte',
  raw: 'Rohdaten',
};

/** Labels beside the entity. */
export const labels = {
  owner: 'Verantwortlich',
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

/** What the usual lifecycles mean, in a few words. */
export const lifecycles: Readonly<Record<string, string>> = {
  experimental: 'Eine frühe Version: ändert sich noch, nicht darauf verlassen.',
  development: 'In Entwicklung: ändert sich noch, nicht darauf verlassen.',
  beta: 'Fast fertig: kann sich noch ändern.',
  staging: 'Wird geprüft, bevor es in Betrieb geht.',
  production: 'In Betrieb und gepflegt.',
  ga: 'In Betrieb und gepflegt.',
  stable: 'In Betrieb und gepflegt.',
  active: 'In Betrieb und gepflegt.',
  maintenance: 'Läuft weiter, wird nicht weiterentwickelt.',
  deprecated: 'Läuft aus: nicht neu verwenden.',
  retired: 'Nicht mehr in Betrieb.',
  'end-of-life': 'Nicht mehr in Betrieb.',
};

export const facts = 'Angaben';
export const onThisPage = 'Auf dieser Seite';
export const open = 'Anzeigen';
export const openInGraph = 'Im Graphen öffnen';
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
  `Die Katalogdatei nennt niemanden; wer verantwortlich ist, steht in Zeile ${line} von ${path}.`;
export const branchAt = (branch: string) => `${branch}, Commit`;

export const name = 'Name';
export const owner = 'Verantwortlich';
export const lifecycle = 'Lebenszyklus';

export const read = (title: string) => `${title} lesen`;
export const download = 'Herunterladen';
export const copyDefinition = 'Definition';
export const definition = 'Definition';
export const cutForLength = 'Wegen der Länge hier abgeschnitten.';
export const wholeDefinition = 'Die ganze Definition';
export const hasLines = (count: number) => `hat ${lines(count)}.`;

export const listLabels = 'Labels';
export const listTargets = 'Ziele';
export const listElsewhere = 'Anderswo';
export const target = 'Ziel';

/** What annotations that many portals have are about. */
export const annotations: Readonly<Record<string, string>> = {
  'github.com/project-slug': 'Projekt auf GitHub',
  'github.com/team-slug': 'Team auf GitHub',
  'github.com/user-login': 'Auf GitHub',
  'gitlab.com/project-slug': 'Projekt auf GitLab',
  'gitlab.com/user-login': 'Auf GitLab',
  'bitbucket.org/project-slug': 'Projekt auf Bitbucket',
  'dev.azure.com/project-repo': 'Projekt in Azure DevOps',
  'circleci.com/project-slug': 'Builds in CircleCI',
  'buildkite.com/project-slug': 'Builds in Buildkite',
  'travis-ci.com/repo-slug': 'Builds in Travis CI',
  'jenkins.io/job-full-name': 'Job in Jenkins',
  'sentry.io/project-slug': 'Fehler in Sentry',
  'rollbar.com/project-slug': 'Fehler in Rollbar',
  'snyk.io/org-name': 'Organisation in Snyk',
  'sonarqube.org/project-key': 'Projekt in SonarQube',
  'sonarcloud.io/project-key': 'Qualität in SonarCloud',
  'codecov.io/repo-slug': 'Testabdeckung in Codecov',
  'pagerduty.com/service-id': 'Dienst in PagerDuty',
  'opsgenie.com/team': 'Team in Opsgenie',
  'jira/project-key': 'Projekt in Jira',
  'argocd/app-name': 'Anwendung in Argo CD',
  'backstage.io/kubernetes-id': 'Name in Kubernetes',
  'backstage.io/kubernetes-namespace': 'Namensraum in Kubernetes',
  'grafana/dashboard-selector': 'Dashboards in Grafana',
  'grafana/overview-dashboard': 'Dashboard in Grafana',
  'datadoghq.com/dashboard-url': 'Dashboard in Datadog',
  'lighthouse.com/website-url': 'Website, die gemessen wird',
  'newrelic.com/dashboard-guid': 'Dashboard in New Relic',
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
export const badgeAlt = 'Das Badge dieses Eintrags';
export const badgeMarkdown = 'Markdown des Badges';

export const missing = {
  owner: 'Wer verantwortlich ist',
  ownerWhy: 'Wen man fragen kann, steht nirgends, und auf keiner Teamseite ist es zu finden.',
  relations: 'Was es braucht und wozu es gehört',
  relationsWhy: 'Wovon es ein Teil ist, was es braucht und wer es braucht, steht nirgends.',
  docs: 'Dokumentation',
  docsWhy: 'Markdown im Ordner docs/ des Repositorys wird hier veröffentlicht, sobald die Katalogdatei es sagt.',
  description: 'Was es ist',
  descriptionWhy: 'Ein Satz für alle, die nie davon gehört haben; auch die Suche findet es dadurch.',
  members: 'Wer dazugehört',
  membersWhy: 'Wer zum Team gehört, ist nicht genannt, auch keine Adresse zum Anschreiben.',
  owned: 'Wofür das Team verantwortlich ist',
  ownedWhy: 'Hier steht alles, dessen Katalogdatei das Team als verantwortlich nennt.',
  teams: 'Teams',
  teamsWhy: 'Hier stehen die Teams einer Person und wofür sie verantwortlich sind.',
  parts: 'Woraus es besteht',
  partsWhy: 'Hier steht alles, dessen Katalogdatei es nennt, auch als Zeichnung.',
  providers: 'Wer sie anbietet',
  providersWhy:
    'Keine Komponente bietet nach eigener Angabe diese API an. In der Katalogdatei der richtigen fehlt nur:',
};
export const inFileOf = 'catalog-info.yaml von dem, was hierher gehört';
export const inFileOfProvider = 'catalog-info.yaml von dem, was sie anbietet';
export const describe = 'Wozu es da ist, in einem Satz.';
export const copySnippet = 'Zeilen';
