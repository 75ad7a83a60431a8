import { CallboardError } from '../../diagnostics/callboard-error.ts';
import type { PortalFiles } from './portal-files.ts';
import {
  type IndexProblem,
  type PublishedCatalog,
  parseIndex,
  parseRefs,
  parseRelations,
} from './published-catalog.ts';

/** Reads what a published portal says of its catalog. Throws a CallboardError that says why it cannot. */
export async function readPublished(files: PortalFiles): Promise<PublishedCatalog> {
  const index = parseIndex(await readJson(files, 'index.json', 'not-a-portal'));
  if (typeof index === 'string') throw problemOf(index, files);
  const [refs, relations] = await Promise.all([
    Promise.all(index.refs.map((name) => readPart(files, name, parseRefs))),
    Promise.all(index.relations.map((name) => readPart(files, name, parseRelations))),
  ]);
  return {
    address: files.address,
    repositories: index.repositories,
    refs: new Map(refs.flat()),
    relations: relations.flat(),
  };
}

async function readPart<Row>(
  files: PortalFiles,
  name: string,
  parse: (value: unknown) => readonly Row[] | undefined,
): Promise<readonly Row[]> {
  const rows = parse(await readJson(files, name, 'incomplete'));
  if (!rows) throw problemOf('incomplete', files, name);
  return rows;
}

async function readJson(files: PortalFiles, name: string, otherwise: Problem): Promise<unknown> {
  const text = await files.read(name);
  if (text === undefined) throw problemOf(otherwise, files, name);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw problemOf(otherwise, files, name);
  }
}

type Problem = IndexProblem | 'incomplete';

function problemOf(problem: Problem, { address }: PortalFiles, name = ''): CallboardError {
  switch (problem) {
    case 'not-a-portal':
      return new CallboardError(
        'portal-not-found',
        `There is no portal of Callboard at ${address}: api/catalog/index.json is missing there, or is something else.`,
        'Give --against the address of the portal’s home page. If it is right, the portal was built by an older Callboard: update that and build it again.',
      );
    case 'too-old':
      return new CallboardError(
        'portal-too-old',
        `The portal at ${address} was built by a Callboard that is too old to be checked against.`,
        'Update the Callboard that builds the portal.',
      );
    case 'too-new':
      return new CallboardError(
        'portal-too-new',
        `The portal at ${address} was built by a newer Callboard, whose files this one does not know.`,
        'Update this Callboard: npx callboard@latest validate.',
      );
    case 'incomplete':
      return new CallboardError(
        'portal-incomplete',
        `The portal at ${address} lacks api/catalog/${name}, which its index names, or it cannot be understood.`,
        'If the portal is being published at this moment, try again; else build and publish it again.',
      );
  }
}
