/** Where what an annotation says leads; nothing: it is shown as text. */
type Leads = (value: string) => string | undefined;

const isUrl: Leads = (value) => value;
const slug =
  (prefix: string): Leads =>
  (value) =>
    /^[\w.-]+(?:\/[\w.-]+)+$/.test(value) ? `${prefix}${value}` : undefined;
const word =
  (prefix: string, suffix = ''): Leads =>
  (value) =>
    /^[\w.-]+$/.test(value) ? `${prefix}${value}${suffix}` : undefined;
const pair =
  (make: (first: string, second: string) => string): Leads =>
  (value) => {
    const [, first, second] = /^([\w.-]+)\/([\w.-]+)$/.exec(value) ?? [];
    return first && second ? make(first, second) : undefined;
  };
const asText: Leads = () => undefined;

/** Annotations that many portals have, and where they lead. Their titles are those of the texts `entity.annotations`. */
export const knownAnnotations: Readonly<Record<string, Leads>> = {
  'github.com/project-slug': slug('https://github.com/'),
  'github.com/team-slug': pair((owner, team) => `https://github.com/orgs/${owner}/teams/${team}`),
  'github.com/user-login': word('https://github.com/'),
  'gitlab.com/project-slug': slug('https://gitlab.com/'),
  'gitlab.com/user-login': (value) => (/^https?:/.test(value) ? value : word('https://gitlab.com/')(value)),
  'bitbucket.org/project-slug': slug('https://bitbucket.org/'),
  'dev.azure.com/project-repo': asText,
  'circleci.com/project-slug': slug('https://app.circleci.com/pipelines/'),
  'buildkite.com/project-slug': slug('https://buildkite.com/'),
  'travis-ci.com/repo-slug': slug('https://app.travis-ci.com/'),
  'jenkins.io/job-full-name': asText,
  'sentry.io/project-slug': pair((owner, project) => `https://${owner}.sentry.io/projects/${project}/`),
  'rollbar.com/project-slug': slug('https://rollbar.com/'),
  'snyk.io/org-name': word('https://app.snyk.io/org/'),
  'sonarqube.org/project-key': asText,
  'sonarcloud.io/project-key': word('https://sonarcloud.io/project/overview?id='),
  'codecov.io/repo-slug': slug('https://app.codecov.io/gh/'),
  'pagerduty.com/service-id': asText,
  'opsgenie.com/team': asText,
  'jira/project-key': asText,
  'argocd/app-name': asText,
  'backstage.io/kubernetes-id': asText,
  'backstage.io/kubernetes-namespace': asText,
  'grafana/dashboard-selector': asText,
  'grafana/overview-dashboard': isUrl,
  'datadoghq.com/dashboard-url': isUrl,
  'lighthouse.com/website-url': isUrl,
  'newrelic.com/dashboard-guid': asText,
  'google.com/project-id': word('https://console.cloud.google.com/home/dashboard?project='),
  'aws.amazon.com/account-id': asText,
};

/** Annotations that other parts of an entity's page tell of. */
export const toldElsewhere: ReadonlySet<string> = new Set([
  'backstage.io/managed-by-location',
  'backstage.io/managed-by-origin-location',
  'backstage.io/source-location',
  'backstage.io/view-url',
  'backstage.io/edit-url',
  'callboard.dev/owner-inferred-from',
]);
