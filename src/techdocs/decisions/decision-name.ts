/** What the name of a decision's file says. */
export interface DecisionName {
  /** Its number in the log; absent where names begin with a date or a word. */
  readonly number?: number;
  /** `2021-01-13`, where the name begins with a date as Log4brains writes them. */
  readonly date?: string;
  /** The rest of the name as words. */
  readonly words: string;
}

const folderNames =
  /^(?:adrs?|madrs?|(?:architectur(?:e|al)[-_ ])?decisions?(?:[-_ ](?:records?|logs?))?|decision[-_ ]?logs?)$/i;
/** Indexes and templates: `template`, `adr-template-bare`, `0000-template`; not `0002-use-a-template`. */
const otherFiles =
  /^(?:index|readme|(?:m?adr|decision|short|long)?[-_ ]*\d*[-_ ]*(?:m?adr|decision)?[-_ ]*template(?:[-_. ].*)?)$/i;

/** Whether a folder of this name holds decision records by custom. */
export function isDecisionFolder(name: string): boolean {
  return folderNames.test(name);
}

/**
 * Takes apart the name of a file in a folder of decisions: `0007-use-x.md` (MADR, adr-tools), `20210113-use-x.md` (Log4brains),
 * `ADR-7 Use X.md`. `undefined` for indexes and templates.
 */
export function parseDecisionName(fileName: string): DecisionName | undefined {
  const stem = fileName.replace(/\.[^.]+$/, '');
  if (otherFiles.test(stem)) return undefined;
  const dated = /^(\d{4})-?(\d{2})-?(\d{2})[-_ .]+(.*)$/.exec(stem);
  if (dated) return { date: `${dated[1]}-${dated[2]}-${dated[3]}`, words: toWords(dated[4] ?? '') };
  const numbered = /^(?:m?adr|decision)?[-_ ]*(\d{1,5})(?:[-_ .]+(.*))?$/i.exec(stem);
  if (numbered) return { number: Number(numbered[1]), words: toWords(numbered[2] ?? '') };
  return { words: toWords(stem) };
}

function toWords(name: string): string {
  const words = name.replace(/[-_ ]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
