import { readFile } from 'node:fs/promises';
import { expand } from 'brace-expansion';
import picomatch from 'picomatch';
import type { GitSourceConfig } from '../../../config/config.ts';

/** The addresses of a source as its owner wrote them, braces expanded and exclusions taken out. */
export interface UrlList {
  /** In the order in which they were written, each once; not checked yet. */
  readonly urls: readonly string[];
  /** Patterns that say nothing that can be read. */
  readonly refused: readonly { readonly pattern: string; readonly reason: string }[];
  /** Why the file of URLs is not part of this. */
  readonly unreadable?: string;
}

const most = 10_000;

/**
 * Reads `urls` and the lines of `urlsFile`: one URL or pattern each, empty lines and those that begin with `#` apart.
 * `{a,b}` and `{01..12}` stand for each of what they name, as in a shell; `!` in front leaves out what the glob matches.
 */
export async function readUrlList({ urls, urlsFile }: Pick<GitSourceConfig, 'urls' | 'urlsFile'>): Promise<UrlList> {
  if (urlsFile === undefined) return parsePatterns(urls);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(urlsFile));
    return parsePatterns([...urls, ...parseLines(text)]);
  } catch (error) {
    const reason = error instanceof TypeError ? 'it is not UTF-8' : (error as NodeJS.ErrnoException).code;
    return {
      ...parsePatterns(urls),
      unreadable: reason === 'ENOENT' ? 'it does not exist' : (reason ?? String(error)),
    };
  }
}

function parseLines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function parsePatterns(patterns: readonly string[]): UrlList {
  const urls = new Set<string>();
  const refused: { pattern: string; reason: string }[] = [];
  const isExcluded = picomatch(
    patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1)),
    { dot: true },
  );
  for (const pattern of patterns.filter((each) => !each.startsWith('!'))) {
    const expanded = expand(pattern, { max: most + 1 });
    const reason = refuse(pattern, urls.size + expanded.length);
    if (reason) refused.push({ pattern, reason });
    else for (const url of expanded) if (!isExcluded(url)) urls.add(url);
  }
  return { urls: [...urls], refused };
}

function refuse(pattern: string, count: number): string | undefined {
  if (pattern.includes('*')) {
    return 'a Git server does not say which repositories it has, so "*" only works in a line that begins with "!"';
  }
  return count > most ? `together with those before it, it stands for more than ${most} URLs` : undefined;
}
