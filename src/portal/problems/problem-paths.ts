import type { DiagnosticCode } from '../../diagnostics/codes.ts';
import { partsOf } from '../urls.ts';

/** What problems are grouped by. */
export type ProblemGrouping = 'repository' | 'owner' | 'code';

/** Path of the `number`th page of the overview by repository, owner or code. */
export function overviewPath(grouping: ProblemGrouping, number = 1): string {
  const folder = { repository: '', owner: 'owners/', code: 'codes/' }[grouping];
  return numbered(`problems/${folder}`, number);
}

/** Path of the page of a code. No area may be called `owners`, `codes` or `repositories`. */
export function codePath(code: DiagnosticCode, number = 1): string {
  return numbered(`problems/${code}/`, number);
}

/** Path of a repository's problems; '' stands for problems of no repository. Different slugs have different paths. */
export function repositoryProblemsPath(slug: string, number = 1): string {
  return numbered(`problems/repositories/${slug === '' ? '_' : encodeSlug(slug)}/`, number);
}

/** Path of an owner's problems, by its canonical ref; '' stands for those that nobody owns. */
export function ownerProblemsPath(ref: string, number = 1): string {
  if (ref === '') return numbered('problems/owners/nobody/', number);
  const { kind, namespace, name } = partsOf(ref);
  return numbered(`problems/owners/${namespace}/${kind}/${name}/`, number);
}

/** Path of the problems of a repository, an owner or a code, by the group's key. */
export function groupPath(grouping: ProblemGrouping, key: string, number = 1): string {
  if (grouping === 'repository') return repositoryProblemsPath(key, number);
  return grouping === 'owner' ? ownerProblemsPath(key, number) : codePath(key as DiagnosticCode, number);
}

function numbered(path: string, number: number): string {
  return number === 1 ? path : `${path}${number}/`;
}

/**
 * A slug as one path segment of lower-case letters, digits and `- . ~ _`, which file systems that ignore capitals tell
 * apart too: `~` is a slash, `_a` an A, `__` an underscore, `_0…-` any other character by its code point in hexadecimal. Very
 * long slugs continue in a segment that begins with `~`.
 */
export function encodeSlug(slug: string): string {
  const text = [...slug].map(encodeCharacter).join('');
  return (text.match(/.{1,200}/g) ?? []).join('/~');
}

function encodeCharacter(character: string, index: number): string {
  if (/[a-z0-9-]/.test(character) || (character === '.' && index > 0)) return character;
  if (character === '/') return '~';
  if (character === '_') return '__';
  if (/[A-Z]/.test(character)) return `_${character.toLowerCase()}`;
  return `_0${character.codePointAt(0)?.toString(16)}-`;
}
