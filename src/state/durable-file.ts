import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { putInPlace } from './own-file.ts';

/**
 * Writes a file so that at every moment, also after a power failure, the path holds the old content or the new one as
 * a whole. What a killed process leaves beside it ends in `.tmp`.
 */
export async function writeDurably(path: string, content: string): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  const file = await open(unfinished, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await putInPlace(unfinished, path);
}

/** SHA-256 of a text or of bytes, in hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
