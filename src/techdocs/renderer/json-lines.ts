import type { Readable } from 'node:stream';

const newline = 10;

/**
 * Hands on every line of a stream as bytes, without its end. A line longer than `longest` bytes is not kept: `onTooLong` is called
 * once, and nothing is handed on any more.
 */
export function readLines(
  stream: Readable,
  longest: number,
  onLine: (line: Buffer) => void,
  onTooLong: () => void,
): void {
  let parts: Buffer[] = [];
  let length = 0;
  let refused = false;
  stream.on('data', (chunk: Buffer) => {
    let from = 0;
    while (!refused) {
      const end = chunk.indexOf(newline, from);
      const part = chunk.subarray(from, end === -1 ? chunk.length : end);
      length += part.length;
      if (length > longest) {
        refused = true;
        parts = [];
        onTooLong();
        return;
      }
      parts.push(part);
      if (end === -1) return;
      onLine(parts.length === 1 ? part : Buffer.concat(parts));
      parts = [];
      length = 0;
      from = end + 1;
    }
  });
}
