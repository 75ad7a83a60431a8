import type { FileSelector, RepositoryFiles, RepositoryInfo } from '../repository-files.ts';
import type { Codeowners, CodeownersDialect } from './codeowners.ts';
import { parseCodeowners } from './parse-codeowners.ts';

type Host = RepositoryInfo['host'];

// The first one that exists counts, and no other. Where the host is not known, whichever there is.
const paths: Readonly<Record<Host, readonly string[]>> = {
  github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
  gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
  none: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
};

/** GitHub does not read a larger one. */
export const largestCodeowners = 3 * 1024 * 1024;

/** Which of a commit's paths is the CODEOWNERS file that counts. */
export function findCodeownersPath(host: RepositoryInfo['host'], all: readonly string[]): string | undefined {
  return paths[host].find((candidate) => all.includes(candidate));
}

/** Asks for the CODEOWNERS file that counts for a repository, as text. */
export const selectCodeowners: FileSelector = function* ({ repository, paths: all }) {
  const path = findCodeownersPath(repository.host, all);
  if (path !== undefined) yield { path, as: 'text' };
};

/** Reads the CODEOWNERS file that counts for a repository; `undefined` where there is none, or it is too large to count. */
export function readCodeowners({
  repository,
  files,
}: Pick<RepositoryFiles, 'repository' | 'files'>): Codeowners | undefined {
  for (const path of paths[repository.host]) {
    const file = files.get(path);
    if (file?.text === undefined) continue;
    if (file.size > largestCodeowners) return undefined;
    return parseCodeowners(file.text, path, dialectOf(repository.host, path, file.text));
  }
  return undefined;
}

function dialectOf(host: Host, path: string, text: string): CodeownersDialect {
  if (host !== 'none') return host;
  if (path.startsWith('.github/')) return 'github';
  return path.startsWith('.gitlab/') || /^\^?\[[^\]\n]+\]/m.test(text) ? 'gitlab' : 'github';
}
