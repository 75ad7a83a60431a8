import { type DiagnosticCode, diagnosticCodes } from './codes.ts';

/** The part of a code before the slash. */
export type CodeArea = DiagnosticCode extends `${infer Area}/${string}` ? Area : never;

/** What the codes of each area are about, in the order in which people meet them. */
export const codeAreas: Readonly<Record<CodeArea, { readonly title: string; readonly about: string }>> = {
  catalog: {
    title: 'Catalog',
    about: 'What catalog files say: entities, their fields, and how they refer to each other.',
  },
  yaml: { title: 'YAML', about: 'How catalog files are written, before it matters what they say.' },
  techdocs: { title: 'TechDocs', about: 'Documentation: its configuration, pages, links and pictures.' },
  crawl: { title: 'Repositories', about: 'Sources, repositories and files that could not be read as they should be.' },
  state: { title: 'Memory', about: 'What a build remembers of the builds before it, in `.callboard/state`.' },
  validate: { title: 'Changes', about: 'What `callboard validate` says of a change before it is merged.' },
};

/** Area and name of a code. */
export function splitCode(code: DiagnosticCode): { readonly area: CodeArea; readonly name: string } {
  const slash = code.indexOf('/');
  return { area: code.slice(0, slash) as CodeArea, name: code.slice(slash + 1) };
}

/** All codes of an area, in the order of the catalogue of codes. */
export function codesOfArea(area: CodeArea): readonly DiagnosticCode[] {
  return (Object.keys(diagnosticCodes) as DiagnosticCode[]).filter((code) => splitCode(code).area === area);
}
