import { numbersIn, pluralsIn } from '../plurals.ts';

/** Texts of entity pages. */
const number = numbersIn('en');
const plural = pluralsIn('en');

/** Headings of sections. */
export const titles = {
  about: 'About',
  graph: 'How it hangs together',
  relations: 'Related',
  definition: 'Definition',
  docs: 'Documentation',
  decisions: 'Decisions',
  problems: 'Problems',
  facts: 'Facts',
  history: 'History',
  missing: 'What its file could say',
  raw: 'Raw data',
};

/** Labels beside the entity. */
export const labels = {
  owner: 'Owner',
  contact: 'Contact',
  docs: 'Documentation',
  source: 'Source',
  partOf: 'Part of',
  memberOf: 'Member of',
  lifecycle: 'Lifecycle',
  replacedBy: 'Replaced by',
  replaces: 'Replaces',
  links: 'Links',
  problems: 'Problems',
};

/** What the usual lifecycles mean, in a few words. */
export const lifecycles: Readonly<Record<string, string>> = {
  experimental: 'An early version: expect changes, rely on nothing.',
  development: 'Being built: expect changes, rely on nothing.',
  beta: 'Nearly ready: may still change.',
  staging: 'Being tested before it goes into production.',
  production: 'In use and looked after.',
  ga: 'In use and looked after.',
  stable: 'In use and looked after.',
  active: 'In use and looked after.',
  maintenance: 'Kept working, not developed further.',
  deprecated: 'On its way out: do not start to use it.',
  retired: 'No longer in use.',
  'end-of-life': 'No longer in use.',
};

export const facts = 'Facts';
export const onThisPage = 'On this page';
export const open = 'Show';
export const openInGraph = 'Open in graph';
export const actionDocs = 'Docs';
export const actionSource = 'Source';
export const actionEdit = 'Edit';
export const actions = 'Actions';
export const copyReference = 'reference';
export const notInCatalog = 'not in the catalog';
export const people = (count: number) => `${number(count)} ${plural(count, { one: 'person', other: 'people' })}`;
export const pages = (count: number) => `${number(count)} ${plural(count, { one: 'page', other: 'pages' })}`;
export const lines = (count: number) => `${number(count)} ${plural(count, { one: 'line', other: 'lines' })}`;
export const more = (count: number) => `${number(count)} more`;
export const fromCodeowners = 'from CODEOWNERS';
export const codeownersExplained = (line: number, path: string) =>
  `The descriptor names no owner; line ${line} of ${path} does.`;
export const branchAt = (branch: string) => `${branch} at`;

export const name = 'Name';
export const owner = 'Owner';
export const lifecycle = 'Lifecycle';

export const read = (title: string) => `Read ${title}`;
export const download = 'Download';
export const copyDefinition = 'definition';
export const definition = 'Definition';
export const cutForLength = 'Cut here for length.';
export const wholeDefinition = 'The whole definition';
export const hasLines = (count: number) => `has ${lines(count)}.`;

export const listLabels = 'Labels';
export const listTargets = 'Targets';
export const listElsewhere = 'Elsewhere';
export const target = 'Target';

/** What annotations that many portals have are about. */
export const annotations: Readonly<Record<string, string>> = {
  'github.com/project-slug': 'Project on GitHub',
  'github.com/team-slug': 'Team on GitHub',
  'github.com/user-login': 'On GitHub',
  'gitlab.com/project-slug': 'Project on GitLab',
  'gitlab.com/user-login': 'On GitLab',
  'bitbucket.org/project-slug': 'Project on Bitbucket',
  'dev.azure.com/project-repo': 'Project on Azure DevOps',
  'circleci.com/project-slug': 'Builds on CircleCI',
  'buildkite.com/project-slug': 'Builds on Buildkite',
  'travis-ci.com/repo-slug': 'Builds on Travis CI',
  'jenkins.io/job-full-name': 'Job on Jenkins',
  'sentry.io/project-slug': 'Errors on Sentry',
  'rollbar.com/project-slug': 'Errors on Rollbar',
  'snyk.io/org-name': 'Organisation on Snyk',
  'sonarqube.org/project-key': 'Project on SonarQube',
  'sonarcloud.io/project-key': 'Quality on SonarCloud',
  'codecov.io/repo-slug': 'Coverage on Codecov',
  'pagerduty.com/service-id': 'Service at PagerDuty',
  'opsgenie.com/team': 'Team at Opsgenie',
  'jira/project-key': 'Project in Jira',
  'argocd/app-name': 'Application in Argo CD',
  'backstage.io/kubernetes-id': 'Name in Kubernetes',
  'backstage.io/kubernetes-namespace': 'Namespace in Kubernetes',
  'grafana/dashboard-selector': 'Dashboards in Grafana',
  'grafana/overview-dashboard': 'Dashboard in Grafana',
  'datadoghq.com/dashboard-url': 'Dashboard at Datadog',
  'lighthouse.com/website-url': 'Website that is measured',
  'newrelic.com/dashboard-guid': 'Dashboard at New Relic',
  'google.com/project-id': 'Project on Google Cloud',
  'aws.amazon.com/account-id': 'Account at AWS',
};

export const asJson = 'As JSON, with relations';
export const asMarkdown = 'As Markdown';
export const atSource = 'At its source';
export const cutYaml = '# … shortened';
export const cameFrom = 'Where it came from';
export const lineOf = (path: string, line: number) => `${path}, line ${number(line)}`;
export const ledHere = (path: string) => `led here by ${path}`;
export const together = 'In the same file';
export const otherAnnotations = 'Annotations';
export const badgeFor = 'For the README of its repository:';
export const badgeAlt = 'The badge of this entity';
export const badgeMarkdown = 'Markdown of the badge';

export const missing = {
  owner: 'Who owns it',
  ownerWhy: 'Nobody is named who can be asked, and no team’s page lists it.',
  relations: 'What it needs and belongs to',
  relationsWhy: 'Nothing says what it is part of, what it depends on, or who depends on it.',
  docs: 'Documentation',
  docsWhy: 'Markdown in the folder docs/ of its repository is published here, once the file says so.',
  description: 'What it is',
  descriptionWhy: 'One sentence for people who have never heard of it; search finds it by these words too.',
  members: 'Who belongs to it',
  membersWhy: 'Nobody is named as one of the team, and no address to write to.',
  owned: 'What the team owns',
  ownedWhy: 'Everything whose file names the team as its owner is listed here.',
  teams: 'Teams',
  teamsWhy: 'The teams of a person, and what these own, are listed here.',
  parts: 'What it consists of',
  partsWhy: 'Everything whose file names it is listed and drawn here.',
  providers: 'Who provides it',
  providersWhy: 'No component says that it provides this API. The file of the one that does can:',
};
export const inFileOf = 'catalog-info.yaml of what belongs here';
export const inFileOfProvider = 'catalog-info.yaml of what provides it';
export const describe = 'What it is for, in one sentence.';
export const copySnippet = 'lines';
