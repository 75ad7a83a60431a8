import type { CodeownersDialect, PathPattern, PathStep } from './codeowners.ts';
import { compileName } from './compile-glob.ts';

/** Reads a pattern of a CODEOWNERS file; `undefined` for one that the host does not understand. */
export function compilePattern(pattern: string, dialect: CodeownersDialect): PathPattern | undefined {
  return dialect === 'gitlab' ? compileGitlab(pattern) : compileGithub(pattern);
}

const anyFolders: PathStep = { type: 'folders', least: 0 };
const someFolders: PathStep = { type: 'folders', least: 1 };

/**
 * GitHub's patterns are gitignore's without `!`, `[ ]` and an escaped `#` in front; `folder/*` means what lies in the folder
 * itself and nothing below.
 */
function compileGithub(pattern: string): PathPattern | undefined {
  if (pattern === '' || /^(?:!|\\#)|\*{3}|(?<!\\)[[\]]/.test(pattern)) return undefined;
  // Means the root folder, which is no file.
  if (pattern === '/') return [{ type: 'name', literal: '' }];
  const segments = pattern.split('/');
  const isAnchored = segments.length > 2 || segments[0] === '' || (segments.length === 2 && segments[1] !== '');
  if (segments[0] === '') segments.shift();
  if (segments.length > 1 && segments.at(-1) === '') segments[segments.length - 1] = '**';
  if (!isAnchored && segments[0] !== '**') segments.unshift('**');
  const steps: PathStep[] = [];
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    if (segment === '**') steps.push(isLast ? someFolders : anyFolders);
    else {
      const name = compileName(segment, false);
      if (!name) return undefined;
      steps.push(name);
      if (isLast && segment !== '*') steps.push(anyFolders);
    }
  }
  return steps;
}

/** GitLab's are Ruby's `File.fnmatch` with path names: any depth without a slash in front, and a folder needs its slash. */
function compileGitlab(pattern: string): PathPattern | undefined {
  if (pattern === '') return undefined;
  const anchored = pattern.startsWith('/') ? pattern.slice(1) : `**/${pattern}`;
  const segments = (anchored === '' || anchored.endsWith('/') ? `${anchored}**/*` : anchored).split('/');
  const steps: PathStep[] = [];
  for (const [index, segment] of segments.entries()) {
    if (segment === '**' && index < segments.length - 1) steps.push(anyFolders);
    else {
      const name = compileName(segment, true);
      if (!name) return undefined;
      steps.push(name);
    }
  }
  return steps;
}
