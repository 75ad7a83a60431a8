import fc from 'fast-check';
import type { Catalog } from '../../catalog/entity.ts';
import { selectCatalogFiles } from '../../catalog/locations/wanted-files.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { repositoryOf } from '../../catalog/repository-fixture.ts';
import { diagnosticCodes } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { StageResult } from '../../diagnostics/stage.ts';
import { hostileFile } from './hostile-descriptors.ts';

/** No input may take longer, in milliseconds of the processor. */
const mostTime = 2000;
const objectKeys = Reflect.ownKeys(Object.prototype).length;

/** Which inputs to try. The same seed tries the same ones. */
export interface FuzzPlan {
  readonly runs: number;
  readonly seed: number;
  /** Files from the wild, to be mutated beside our own. */
  readonly recorded: readonly string[];
}

/** What came of the inputs. */
export interface FuzzReport {
  /** The first broken promise, with the input that breaks it; absent when all were kept. */
  readonly failure?: string;
  /** Entities that were read. */
  readonly entities: number;
  /** How often each code was reported. */
  readonly codes: ReadonlyMap<string, number>;
  /** Milliseconds of the processor that the slowest input took. */
  readonly slowest: number;
}

/** Reads generated repositories through the catalog's front door, as the crawl does, and holds it to its promises. */
export function fuzzCatalog({ runs, seed, recorded }: FuzzPlan): FuzzReport {
  const file = hostileFile(recorded);
  const codes = new Map<string, number>();
  let [entities, slowest] = [0, 0];
  const property = fc.property(file, file, (catalogFile, other) => {
    const texts = { 'catalog-info.yaml': catalogFile, 'other.yaml': other };
    // Of the processor and not of the clock: other work on the machine is no fault of an input.
    const before = process.cpuUsage();
    const { value, diagnostics } = readFrontDoor(texts);
    slowest = Math.max(slowest, process.cpuUsage(before).user / 1000);
    if (slowest > mostTime) throw new Error(`It took ${slowest.toFixed(0)} ms.`);
    const isPolluted = Reflect.ownKeys(Object.prototype).length !== objectKeys || 'polluted' in {};
    if (isPolluted) throw new Error('Object.prototype was changed.');
    const lines = new Map(Object.entries(texts).map(([path, text]) => [path, text.split(/\r\n?|\n/).length]));
    for (const diagnostic of diagnostics) expectAddress(diagnostic, lines);
    entities += value.entities.length;
    for (const { code } of diagnostics) codes.set(code, (codes.get(code) ?? 0) + 1);
  });
  const result = fc.check(property, { numRuns: runs, seed, endOnFailure: true });
  const example = `${JSON.stringify(result.counterexample).slice(0, 4000)} (seed ${seed}, path ${result.counterexamplePath})`;
  const failure = result.failed ? `${String(result.errorInstance)}\n${example}` : undefined;
  return { ...(failure !== undefined && { failure }), entities, codes, slowest };
}

function readFrontDoor(texts: Readonly<Record<string, string>>): StageResult<Catalog> {
  const { repository, catalogPaths } = repositoryOf('acme/shop', texts);
  const view = { repository, catalogPaths, paths: Object.keys(texts), text: (path: string) => texts[path] };
  const wanted = [...selectCatalogFiles(view)].map(({ path }) => [path, texts[path] ?? '']);
  const result = readCatalog({
    repositories: [repositoryOf('acme/shop', Object.fromEntries(wanted))],
    allow: ['*'],
  });
  // What is published must be JSON: no cycles, nothing but data.
  JSON.stringify(result.value.entities);
  return result;
}

function expectAddress(diagnostic: Diagnostic, linesOf: ReadonlyMap<string, number>): void {
  const { code, message, hint, source } = diagnostic;
  // Of what the whole catalog lacks no file is to blame.
  if (code === 'catalog/no-teams') return;
  const lines = linesOf.get(source?.path ?? '') ?? 0;
  const isPlaced = (source?.line ?? 0) >= 1 && (source?.line ?? 0) <= lines && (source?.column ?? 0) >= 1;
  if (!isPlaced) throw new Error(`A problem has no line of its file: ${JSON.stringify(diagnostic)}`);
  if (!(code in diagnosticCodes) || message === '' || hint === '') {
    throw new Error(`A problem does not say what is wrong: ${JSON.stringify(diagnostic)}`);
  }
}
