import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalSourceConfig } from '../../config/config.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { StageResult } from '../../diagnostics/stage.ts';
import { parseAddress } from '../address.ts';
import { findGitFolder, readHead } from '../git/head.ts';
import { ObjectReader } from '../git/object-reader.ts';
import { readCommit } from '../git/read-commit.ts';
import { readOrigin } from '../git/read-origin.ts';
import type { FoundRepository, Listing, RepositoryReader, Source } from './source.ts';

/** Repositories on this machine: the folder itself, or what lies one or two levels below it. Working files are never read. */
export function localSource(config: LocalSourceConfig): Source {
  return { name: config.name, discover: () => discover(config) };
}

async function discover(config: LocalSourceConfig): Promise<StageResult<Listing>> {
  const diagnostics: Diagnostic[] = [];
  const found: FoundRepository[] = [];
  const unreadable = await stat(config.path).then(
    (path) => (path.isDirectory() ? undefined : 'is not a folder'),
    () => 'does not exist or may not be read',
  );
  if (unreadable) {
    const message = `Source "${config.name}": the folder ${config.path} ${unreadable}.`;
    return unreadableAs(diagnose('crawl/source-unreadable', { message }));
  }
  const unread: string[] = [];
  const repositories = await findRepositories(config, unread);
  if (config.mustBeRepository && repositories.length === 0) {
    const message = `Source "${config.name}": ${config.path} is not a Git repository, so nothing of it is read.`;
    const hint = 'Run git init and commit what is there: Callboard reads commits, never working files.';
    return unreadableAs(diagnose('crawl/source-unreadable', { message, hint }));
  }
  for (const { name, gitFolder } of repositories) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    if (/[\u0000-\u001f\u007f]/.test(name)) {
      const message = `Source "${config.name}": the folder ${JSON.stringify(name)} has control characters in its name.`;
      diagnostics.push(diagnose('crawl/address-refused', { message }));
    } else found.push(await describe(config, name, gitFolder));
  }
  const reason = describeUnread(config, unread);
  if (reason === undefined) return { value: { repositories: found, complete: true, absence: 'gone' }, diagnostics };
  diagnostics.push(
    diagnose('crawl/listing-incomplete', { message: reason, hint: 'Check the rights of these folders.' }),
  );
  return { value: { repositories: found, complete: false, reason, absence: 'gone' }, diagnostics };
}

function describeUnread({ name }: LocalSourceConfig, unread: readonly string[]): string | undefined {
  if (unread.length === 0) return undefined;
  return `Source "${name}": ${[...unread].sort().slice(0, 5).join(', ')} cannot be read.`;
}

function unreadableAs(problem: Diagnostic): StageResult<Listing> {
  return { value: { repositories: [], complete: false, reason: problem.message }, diagnostics: [problem] };
}

interface LocalRepository {
  /** Path relative to the source's folder, without `.git`; the source's name for that folder itself. */
  readonly name: string;
  readonly gitFolder: string;
}

async function findRepositories(
  { name, path, mustBeRepository }: LocalSourceConfig,
  unread: string[],
): Promise<readonly LocalRepository[]> {
  const own = await findGitFolder(path);
  // Named after the source: what the folder is called differs from one clone to the next.
  if (own) return [{ name: withoutSuffix(name), gitFolder: own }];
  if (mustBeRepository) return [];
  const found = await searchBelow(path, '', 2, unread);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

// What cannot be read is noted: it may hold repositories.
async function searchBelow(
  folder: string,
  prefix: string,
  levels: number,
  unread: string[],
): Promise<LocalRepository[]> {
  const children = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') unread.push(prefix || folder);
    return [];
  });
  const searched = children
    .filter((child) => child.isDirectory() || child.isSymbolicLink())
    .map(async (child): Promise<LocalRepository[]> => {
      const path = join(folder, child.name);
      const gitFolder = await findGitFolder(path);
      if (gitFolder) return [{ name: prefix + withoutSuffix(child.name), gitFolder }];
      return levels > 1 && child.isDirectory() ? searchBelow(path, `${prefix}${child.name}/`, levels - 1, unread) : [];
    });
  return (await Promise.all(searched)).flat();
}

async function describe(config: LocalSourceConfig, slug: string, gitFolder: string): Promise<FoundRepository> {
  const origin = await readOrigin(gitFolder);
  const webUrl = config.webUrl?.replaceAll('{name}', slug) ?? origin?.webUrl;
  const web = webUrl ? parseAddress(webUrl) : undefined;
  return {
    id: origin?.canonical ?? `local:${config.name}/${slug}`,
    address: origin?.canonical ?? `file://${await realpath(gitFolder)}`,
    slug,
    ...(webUrl && { webUrl }),
    host: web && 'host' in web ? web.host : 'none',
    source: config.name,
    ...(config.allow && { allowedKinds: config.allow }),
    catalogPaths: config.catalogPaths,
    remote: false,
    open: (signal) => open(gitFolder, signal),
  };
}

async function open(gitFolder: string, signal: AbortSignal): Promise<RepositoryReader> {
  const head = await readHead(gitFolder, signal);
  const reader = new ObjectReader(gitFolder, signal);
  return {
    head,
    readCommit: () => readCommit(reader, head?.commit ?? ''),
    readBlobs: (oids, accept) => reader.read(oids, accept),
    readHistory: async () => reader,
    close: () => reader.close(),
  };
}

function withoutSuffix(name: string): string {
  return name.replace(/(?<=.)\.git$/, '');
}
