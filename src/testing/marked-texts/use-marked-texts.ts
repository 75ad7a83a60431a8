import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { textsIn } from '../../portal/views/text/texts.ts';
import { mark } from './mark.ts';

const german = join(import.meta.dirname, '../../portal/views/text/de');

/**
 * Marks every text of the German interface, for all that this process builds from now on: in view models, and in templates and
 * scripts, which are compiled with rooms written into `folder`.
 */
export async function useMarkedTexts(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of await readdir(german)) {
    const room = (await import(pathToFileURL(join(german, file)).href)) as Readonly<Record<string, unknown>>;
    const lines = Object.keys(room).map((name) => `export const ${name} = mark(room.${name}, '${name}');`);
    const imports = [
      `import * as room from ${JSON.stringify(join(german, file))};`,
      `import { mark } from ${JSON.stringify(join(import.meta.dirname, 'mark.ts'))};`,
    ];
    await writeFile(join(folder, file), `${[...imports, ...lines].join('\n')}\n`);
  }
  const rooms = textsIn('de') as unknown as Record<string, Readonly<Record<string, unknown>>>;
  for (const [name, room] of Object.entries(rooms)) {
    rooms[name] = Object.fromEntries(Object.entries(room).map(([each, text]) => [each, mark(text, each)]));
  }
  process.env['CALLBOARD_TEXTS'] = folder;
}
