import { GitError } from '../git-error.ts';

/** Makes an object from the one that it differs from (`gitformat-pack`). `spend` is told the size before anything is held. */
export function applyDelta(base: Buffer, delta: Buffer, spend: (size: number) => void): Buffer {
  let at = 0;
  const next = () => (at < delta.length ? (delta[at++] as number) : damaged());
  const readSize = () => {
    let size = 0;
    for (let factor = 1, byte = 128; byte & 128; factor *= 128) {
      byte = next();
      size += (byte & 127) * factor;
      if (!Number.isSafeInteger(size)) damaged();
    }
    return size;
  };
  if (readSize() !== base.length) damaged();
  const size = readSize();
  spend(size);
  const result = Buffer.alloc(size);
  let filled = 0;
  const append = (source: Buffer, start: number, length: number) => {
    if (start + length > source.length || filled + length > size) damaged();
    source.copy(result, filled, start, start + length);
    filled += length;
  };
  while (at < delta.length) {
    const code = next();
    if (code & 128) {
      let start = 0;
      let length = 0;
      for (let bit = 0; bit < 4; bit += 1) if (code & (1 << bit)) start += next() * 256 ** bit;
      for (let bit = 0; bit < 3; bit += 1) if (code & (16 << bit)) length += next() * 256 ** bit;
      append(base, start, length || 65_536);
    } else if (code > 0) {
      append(delta, at, code);
      at += code;
    } else damaged();
  }
  return filled === size ? result : damaged();
}

function damaged(): never {
  throw new GitError('fetch', 'error: corrupt pack: a delta is not valid');
}
