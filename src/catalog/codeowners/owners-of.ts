import type { CodeOwner, Codeowners, CodeownersRule, CodeownersSection } from './codeowners.ts';
import { type Meter, matchesPattern, type SplitPath, splitPath } from './match-pattern.ts';

/** An owner of a path, and the line that says so. */
export interface PathOwner {
  readonly owner: CodeOwner;
  /** 1-based line of the CODEOWNERS file. */
  readonly line: number;
}

/**
 * Who owns a path of the repository (without a slash in front; it need not exist), the first owner first: those of the last
 * rule that matches. In a file with sections every section has its say, those that are optional last. Empty: nobody. With
 * a `meter`, gives up and says nobody once it stands at `comparisonLimit`.
 */
export function ownersOf(codeowners: Codeowners, path: string, meter: Meter = { steps: 0 }): readonly PathOwner[] {
  const names = splitPath(path);
  const required = codeowners.sections.filter(({ isOptional }) => !isOptional);
  const optional = codeowners.sections.filter(({ isOptional }) => isOptional);
  const owners = [...required, ...optional].flatMap((section) => {
    const rule = findRule(section, names, meter);
    return rule ? rule.owners.map((owner) => ({ owner, line: rule.line })) : [];
  });
  return meter.steps > comparisonLimit ? [] : owners;
}

/** How many comparisons the descriptors of one repository may cost; ten times what 5,000 rules and 200 descriptors need. */
export const comparisonLimit = 30_000_000;

function findRule({ rules }: CodeownersSection, path: SplitPath, meter: Meter): CodeownersRule | undefined {
  let found: CodeownersRule | undefined;
  for (let index = rules.length - 1; index >= 0 && meter.steps <= comparisonLimit; index -= 1) {
    const rule = rules[index];
    meter.steps += 1;
    if (!rule || (found && !rule.isExclusion) || !matchesPattern(rule.pattern, path, meter)) continue;
    if (rule.isExclusion) return undefined;
    found = rule;
  }
  return found;
}
