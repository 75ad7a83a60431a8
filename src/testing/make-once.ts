import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';

/**
 * Makes something in a folder of its own, once in a run of the tests: whoever comes first makes it, all others wait for what it
 * gives, which must be JSON. What could not be made fails all that wait for it.
 */
export async function makeOnce<Value>(
  name: string,
  make: (folder: string) => Promise<Value>,
): Promise<{ readonly folder: string; readonly value: Value }> {
  const folder = join(inject('sharedFolder'), name);
  const file = `${folder}.json`;
  const isFirst = await mkdir(folder).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    const outcome = await make(folder).then(
      (value) => ({ value }),
      (error: unknown) => ({ error: String(error) }),
    );
    await writeFile(`${file}.new`, JSON.stringify(outcome));
    await rename(`${file}.new`, file);
  }
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    const outcome = text === undefined ? undefined : (JSON.parse(text) as { value: Value; error?: string });
    if (outcome?.error !== undefined) throw new Error(outcome.error);
    if (outcome) return { folder, value: outcome.value };
    await wait(100);
  }
}
