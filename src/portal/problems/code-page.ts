import { codeAreas, splitCode } from '../../diagnostics/code-areas.ts';
import { type CodeExample, compareFiles, type ExampleFiles } from '../../diagnostics/code-example.ts';
import { exampleOf } from '../../diagnostics/code-examples.ts';
import { type DiagnosticCode, diagnosticCodes } from '../../diagnostics/codes.ts';
import type { Portal } from '../assemble-portal.ts';
import { frameOf } from '../frame.ts';
import { urlOf } from '../urls.ts';
import type { ExampleView, ProblemCodePage, ProblemSection } from '../views/problems.ts';
import { textsIn } from '../views/text/texts.ts';
import { groupFact } from './group-page.ts';
import { neighboursOf } from './paginate.ts';
import type { ProblemGroup } from './problem-index.ts';
import { codePath, overviewPath } from './problem-paths.ts';
import { paginateProblems, problemSections } from './sections.ts';

/** Every page of one code: what it means, how it looks, and where it occurs, by repository. */
export function codePages(portal: Portal, group: ProblemGroup): readonly (() => ProblemCodePage)[] {
  const code = group.key as DiagnosticCode;
  const { title, why, fix } = diagnosticCodes[code];
  const example = exampleOf(code);
  const { base, language } = portal.config;
  const { problems: text, ui } = textsIn(language);
  const pages = paginateProblems(portal, group.diagnostics, 'repository');
  const facts = [
    groupFact(portal, 'repository', text.repositories, group),
    groupFact(portal, 'owner', text.owners, group),
  ];
  return pages.map((page, index) => () => {
    const number = index + 1;
    return {
      page: 'problem-code',
      frame: frameOf(portal, {
        path: codePath(code, number),
        title: ui.titleOfPage(title, number),
        description: text.meaning(code, why),
        section: 'problems',
      }),
      breadcrumbs: [
        { text: text.problems, url: urlOf(base, 'problems/') },
        { text: codeAreas[splitCode(code).area].title, url: urlOf(base, overviewPath('code')), isEnglish: true },
      ],
      title,
      code,
      why,
      fix,
      ...(example && number === 1 && { example: exampleView(example) }),
      counts: group.counts,
      facts,
      sections: problemSections(portal, page, 'repository').map((section) => withoutHint(section, fix)),
      ...(pages.length > 1 && { filterUrl: `${urlOf(base, 'problems/')}?q=${encodeURIComponent(code)}` }),
      ...neighboursOf(number, pages.length, (at) => urlOf(base, codePath(code, at))),
    };
  });
}

// The page says the code's own remedy once, at its top.
function withoutHint(section: ProblemSection, fix: string): ProblemSection {
  return {
    ...section,
    problems: section.problems.map((problem) => (problem.hint === fix ? { ...problem, hint: '' } : problem)),
  };
}

function exampleView({ bad, good }: CodeExample): NonNullable<ProblemCodePage['example']> {
  return { bad: compareSide(bad, good), good: compareSide(good, bad) };
}

function compareSide(files: ExampleFiles, others: ExampleFiles): ExampleView {
  return compareFiles(files, others).map(({ path, lines }) => ({
    path,
    lines: lines.map(({ text, marked }) => ({ text: `${text}\n`, marked })),
  }));
}
