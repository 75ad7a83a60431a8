import { type CodeArea, codeAreas, codesOfArea, splitCode } from './code-areas.ts';
import { type DiagnosticCode, diagnosticCodes } from './codes.ts';
import { describeCode } from './describe-code.ts';

const areas = Object.keys(codeAreas) as CodeArea[];
const [navBegin, navEnd] = ['  # problems: begin', '  # problems: end'] as const;

/** The reference of problems as Markdown files below `content/docs/problems/`: `all.md`, and one page a code. */
export function problemPages(): ReadonlyMap<string, string> {
  return new Map([
    ['all.md', indexPage()],
    ...areas.flatMap((area) => codesOfArea(area).map((code) => [`${code}.md`, describeCode(code)] as const)),
  ]);
}

/** `mkdocs.yml` with the reference of problems, a section for each area, between its two marker comments. */
export function writeProblemNav(mkdocsYaml: string): string {
  const [begin, end] = [mkdocsYaml.indexOf(navBegin), mkdocsYaml.indexOf(navEnd)];
  if (begin === -1 || end < begin) throw new Error(`mkdocs.yml lacks the comments "${navBegin}" and "${navEnd}".`);
  const line = (indent: number, title: string, page = '') =>
    `${' '.repeat(indent)}- ${JSON.stringify(title)}:${page && ` problems/${page}.md`}\n`;
  const sections = areas.map(
    (area) =>
      line(6, codeAreas[area].title) +
      codesOfArea(area)
        .map((code) => line(10, diagnosticCodes[code].title, code))
        .join(''),
  );
  const nav = line(2, 'All problems') + line(6, 'By area', 'all') + sections.join('');
  return `${mkdocsYaml.slice(0, begin)}${navBegin}, written by scripts/problem-pages.ts\n${nav}${mkdocsYaml.slice(end)}`;
}

function indexPage(): string {
  const sections = areas.map((area) => {
    const { title, about } = codeAreas[area];
    const rows = codesOfArea(area).map(row).join('');
    return `## ${title}\n\n${about}\n\n| Problem | Code | Severity |\n| --- | --- | --- |\n${rows}`;
  });
  return `# All problems

Every problem that Callboard can report, by what it is about. Codes are permanent: never renamed, never used for anything
else. [How problems are reported](../problems.md) says where they appear. The examples belong to an organisation that has a
team \`orders\` and a system \`sales\`.

${sections.join('\n')}`;
}

function row(code: DiagnosticCode): string {
  const { title, severity } = diagnosticCodes[code];
  const { area, name } = splitCode(code);
  return `| [${title}](${area}/${name}.md) | \`${code}\` | ${severity} |\n`;
}
