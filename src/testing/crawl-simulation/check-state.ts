import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canaryToken } from '../github-emulator/github-source.ts';
import type { Simulation } from './simulation.ts';

/** Looks for secrets in everything that a simulation's crawls have kept, and for more than what is known needs. */
export async function checkState({ state, host, known }: Simulation): Promise<readonly string[]> {
  const entries = await readdir(state, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const secrets = [canaryToken, 'PRIVATE KEY', ...host.access.handedOut.map(({ value }) => value)];
  const problems: string[] = [];
  for (const { parentPath, name } of files) {
    const text = await readFile(join(parentPath, name), 'latin1');
    if (secrets.some((secret) => text.includes(secret))) problems.push(`A secret is in ${name}.`);
  }
  const records = files.filter(({ parentPath }) => parentPath.endsWith('/snapshot'));
  // One for each repository now and in the run before, and the teams.
  if (records.length > 3 * (known.size + 10)) problems.push(`${records.length} records of ${known.size} repositories.`);
  return problems;
}
