import type { RepositoryInfo } from '../catalog/repository-files.ts';

/** How the web pages of one kind of code host are addressed, below the repository's own page. */
interface HostPages {
  readonly file: (commit: string, path: string, line?: number) => string;
  readonly edit: (branch: string, path: string) => string;
  readonly commit: (commit: string) => string;
  readonly history: (branch: string, path: string) => string;
  /** Absent: it has no page for a new issue that can be filled in by an address. */
  readonly issue?: (title: string, body: string) => string;
}

const github: HostPages = {
  file: (commit, path, line) => `/blob/${commit}/${path}${line ? `#L${line}` : ''}`,
  edit: (branch, path) => `/edit/${branch}/${path}`,
  commit: (commit) => `/commit/${commit}`,
  history: (branch, path) => `/commits/${branch}/${path}`,
  issue: (title, body) => `/issues/new?${new URLSearchParams({ title, body })}`,
};

const gitlab: HostPages = {
  file: (commit, path, line) => `/-${github.file(commit, path, line)}`,
  edit: (branch, path) => `/-/edit/${branch}/${path}`,
  commit: (commit) => `/-/commit/${commit}`,
  history: (branch, path) => `/-/commits/${branch}/${path}`,
  issue: (title, body) => `/-/issues/new?${new URLSearchParams({ 'issue[title]': title, 'issue[description]': body })}`,
};

const gitea: HostPages = {
  file: (commit, path, line) => `/src/commit/${commit}/${path}${line ? `#L${line}` : ''}`,
  edit: (branch, path) => `/_edit/${branch}/${path}`,
  commit: (commit) => `/commit/${commit}`,
  history: (branch, path) => `/commits/branch/${branch}/${path}`,
  issue: (title, body) => `/issues/new?${new URLSearchParams({ title, body })}`,
};

const bitbucket: HostPages = {
  file: (commit, path, line) => `/src/${commit}/${path}${line ? `#lines-${line}` : ''}`,
  edit: (branch, path) => `/src/${branch}/${path}?mode=edit&at=${branch}`,
  commit: (commit) => `/commits/${commit}`,
  history: (branch, path) => `/history-node/${branch}/${path}?at=${branch}`,
};

/** Hosts that are known by their name alone. */
const byName: readonly (readonly [RegExp, HostPages])[] = [
  [/^bitbucket\.org$/, bitbucket],
  [/^(?:codeberg\.org|gitea\.|forgejo\.)/, gitea],
];

/** The pages of the host that a repository is on; `undefined` where it has none that are known. */
export function hostPages({ host, webUrl }: Pick<RepositoryInfo, 'host' | 'webUrl'>): HostPages | undefined {
  if (webUrl === undefined) return undefined;
  if (host === 'github') return github;
  if (host === 'gitlab') return gitlab;
  const hostname = URL.canParse(webUrl) ? new URL(webUrl).hostname : '';
  return byName.find(([pattern]) => pattern.test(hostname))?.[1];
}
