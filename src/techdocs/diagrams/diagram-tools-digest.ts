import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { TechdocsConfig } from '../../config/config.ts';

/** Raised with every change of what is made of a drawing. */
const drawingVersion = 1;

/** Digest of everything that decides what a diagram or formula becomes: the libraries' versions, and PlantUML's jar. */
export async function digestDiagramTools({ plantuml }: TechdocsConfig): Promise<string> {
  const require = createRequire(import.meta.url);
  const versions = ['@viz-js/viz', 'katex'].map((name) => {
    return (require(`${name}/package.json`) as { readonly version: string }).version;
  });
  const hash = createHash('sha256').update(JSON.stringify([drawingVersion, versions, plantuml ? 'plantuml' : '']));
  // What cannot be read is said of each diagram, not here.
  if (plantuml) hash.update(await readFile(plantuml.jar).catch(() => new Uint8Array()));
  return hash.digest('hex');
}
