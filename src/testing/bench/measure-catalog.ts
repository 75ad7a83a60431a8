import { join } from 'node:path';
import { execaNode } from 'execa';

/** What it took to read, validate and link one synthetic catalog from the texts of its files. */
export interface CatalogMeasurement {
  readonly entities: number;
  /** As their files state them: each counts once. */
  readonly relations: number;
  /** Of all files together. */
  readonly bytes: number;
  readonly diagnostics: number;
  /** Wall time. */
  readonly seconds: number;
  /** Of the process, its garbage collector's threads among it. */
  readonly cpuSeconds: number;
  /** Wall time of parsing the same YAML once more, alone: how much of the whole that is. */
  readonly parsingSeconds: number;
  /** Resident bytes with the texts in memory, before reading. */
  readonly memoryBefore: number;
  /** Most resident bytes until all was linked. */
  readonly peakMemory: number;
}

/** Measures synthetic catalogs of so many entities, one after the other. Gives back a Markdown table. */
export async function measureCatalogs(sizes: readonly number[], seed: number): Promise<string> {
  const measurements: CatalogMeasurement[] = [];
  for (const entities of sizes) {
    console.error(`bench: a catalog of ${entities} entities`);
    measurements.push(await measureCatalog(entities, seed));
  }
  return describeCatalogs(measurements);
}

/** In a process of its own. */
async function measureCatalog(entities: number, seed: number): Promise<CatalogMeasurement> {
  const { stdout } = await execaNode(join(import.meta.dirname, 'run-catalog.ts'), [String(entities), String(seed)]);
  return JSON.parse(stdout) as CatalogMeasurement;
}

/** Sizes across. */
function describeCatalogs(measurements: readonly CatalogMeasurement[]): string {
  const row = (title: string, textOf: (item: CatalogMeasurement) => string) =>
    `| ${[title, ...measurements.map(textOf)].join(' | ')} |`;
  return [
    row('', ({ entities }) => `${entities.toLocaleString('en')} entities`),
    `| --- |${measurements.map(() => ' ---: |').join('')}`,
    row('relations', ({ relations }) => relations.toLocaleString('en')),
    row('YAML, MB', ({ bytes }) => (bytes / 1e6).toFixed(1)),
    row('diagnostics', ({ diagnostics }) => diagnostics.toLocaleString('en')),
    row('**read, validated and linked, s**', ({ seconds }) => `**${seconds.toFixed(1)}**`),
    row('without parsing YAML, s', ({ seconds, parsingSeconds }) => (seconds - parsingSeconds).toFixed(1)),
    row('processor, s', ({ cpuSeconds }) => cpuSeconds.toFixed(1)),
    row('peak memory, MB', ({ peakMemory }) => (peakMemory / 1e6).toFixed(0)),
    row('of it before reading, MB', ({ memoryBefore }) => (memoryBefore / 1e6).toFixed(0)),
    row(
      '**processor per entity, µs**',
      ({ cpuSeconds, entities }) => `**${((cpuSeconds * 1e6) / entities).toFixed(0)}**`,
    ),
  ].join('\n');
}
