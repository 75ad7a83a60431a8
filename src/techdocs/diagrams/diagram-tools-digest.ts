import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { TechdocsConfig } from '../../config/config.ts';

/** Raised with every change of what is made of a drawing. */
const drawingVersion = 1;

/** Digest of what decides what a diagram becomes beside the packages: PlantUML's jar. */
export async function digestDiagramTools({ plantuml }: TechdocsConfig): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([drawingVersion, plantuml ? 'plantuml' : '']));
  // What cannot be read is said of each diagram, not here.
  if (plantuml) hash.update(await readFile(plantuml.jar).catch(() => new Uint8Array()));
  return hash.digest('hex');
}
