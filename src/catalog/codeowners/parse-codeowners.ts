import type { CodeOwner, Codeowners, CodeownersDialect, CodeownersRule, CodeownersSection } from './codeowners.ts';
import { compilePattern } from './compile-pattern.ts';

// No name and no address is longer.
const longestOwner = 320;

/**
 * Reads a CODEOWNERS file as its host does: lines that the host does not understand say nothing. Takes time in proportion to
 * the text.
 */
export function parseCodeowners(text: string, path: string, dialect: CodeownersDialect): Codeowners {
  const sections = new Map<string, OpenSection>();
  let section = openSection(sections, '', false, []);
  for (const [index, written] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const content = written.trim();
    if (content === '' || content.startsWith('#')) continue;
    const heading = dialect === 'gitlab' ? headingOf(content) : undefined;
    if (heading) section = openSection(sections, heading.name, heading.isOptional, heading.owners);
    else {
      const rule = dialect === 'gitlab' ? gitlabRule(content, section.owners) : githubRule(content);
      if (rule) section.rules.push({ ...rule, line: index + 1 });
    }
  }
  return { path, dialect, sections: [...sections.values()].map(({ isOptional, rules }) => ({ isOptional, rules })) };
}

interface OpenSection extends CodeownersSection {
  readonly rules: CodeownersRule[];
  isOptional: boolean;
  /** Whose the files of lines are that name nobody. */
  owners: readonly CodeOwner[];
}

// Sections of one name are one; it is optional when all of them are.
function openSection(
  sections: Map<string, OpenSection>,
  name: string,
  isOptional: boolean,
  owners: readonly CodeOwner[],
): OpenSection {
  const key = name.toLowerCase();
  const known = sections.get(key);
  const section = known ?? { isOptional, rules: [], owners };
  section.isOptional &&= isOptional;
  if (owners.length > 0) section.owners = owners;
  sections.set(key, section);
  return section;
}

/** `[Name]`, `^[Optional]`, `[Name][2] @default-owner`. */
function headingOf(content: string) {
  const match = /^(\^?)\[([^\]]+)\](?:\[[^\]]*\])?(?:\s+(.*))?$/.exec(content);
  if (!match) return undefined;
  const owners = wordsOf(match[3] ?? '').flatMap((word) => gitlabOwner(word) ?? []);
  return { name: (match[2] ?? '').trim(), isOptional: match[1] === '^', owners };
}

type Rule = Omit<CodeownersRule, 'line'>;

// An owner that is none makes the line one that GitHub skips.
function githubRule(content: string): Rule | undefined {
  const { pattern, rest } = splitRule(content, '#');
  const compiled = compilePattern(pattern, 'github');
  const owners = wordsOf(rest).map(githubOwner);
  if (!compiled || !owners.every((owner) => owner !== undefined)) return undefined;
  return { pattern: compiled, owners };
}

function gitlabRule(content: string, defaults: readonly CodeOwner[]): Rule | undefined {
  const isExclusion = content.startsWith('!');
  const { pattern, rest } = splitRule(isExclusion ? content.slice(1) : content, undefined);
  const compiled = compilePattern(pattern, 'gitlab');
  if (!compiled) return undefined;
  if (isExclusion) return { pattern: compiled, owners: [], isExclusion };
  const owners = wordsOf(rest).flatMap((word) => gitlabOwner(word) ?? []);
  return { pattern: compiled, owners: rest.trim() === '' ? defaults : owners };
}

/** Takes a line apart where the first space stands that is not escaped; what follows `comment` is left out. */
function splitRule(content: string, comment: string | undefined): { readonly pattern: string; readonly rest: string } {
  let end = 0;
  while (end < content.length && !/\s/.test(content[end] ?? '') && content[end] !== comment) {
    end += content[end] === '\\' ? 2 : 1;
  }
  const rest = content.slice(end);
  const hash = comment === undefined ? -1 : rest.indexOf(comment);
  return { pattern: content.slice(0, end), rest: hash === -1 ? rest : rest.slice(0, hash) };
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function githubOwner(text: string): CodeOwner | undefined {
  if (text.length > longestOwner) return undefined;
  if (/^@[\w-]+\/[\w.-]+$/.test(text)) return { text, type: 'team', name: text.slice(1) };
  if (/^@[\w-]+$/.test(text)) return { text, type: 'account', name: text.slice(1) };
  return emailOwner(text);
}

// Roles (`@@maintainer`) are people of the project and not known here.
function gitlabOwner(text: string): CodeOwner | undefined {
  if (text.length > longestOwner) return undefined;
  if (/^@[\w.-]+(?:\/[\w.-]+)+$/.test(text)) return { text, type: 'team', name: text.slice(1) };
  if (/^@[\w.-]+$/.test(text)) return { text, type: 'account', name: text.slice(1) };
  return emailOwner(text);
}

function emailOwner(text: string): CodeOwner | undefined {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return undefined;
  return { text, type: 'email', name: text };
}
