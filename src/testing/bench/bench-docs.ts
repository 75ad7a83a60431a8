import { measureDocs } from './measure-docs.ts';
import { measureIsolation } from './measure-isolation.ts';

/** Of the other tools, which take seconds a site. */
const sample = 20;

/** Everything that is measured of docs, with so many sites: beside other tools, and beside hostile docs. Gives Markdown. */
export async function benchDocs(sites: number): Promise<string> {
  return [await measureDocs(sites, Math.min(sites, sample)), await measureIsolation(sites)].join('\n\n');
}
