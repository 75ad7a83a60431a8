import type { Diagnostic } from './diagnostic.ts';

/**
 * What tells each problem from every other and stays the same from one run to the next, by position in the list:
 * 32 hexadecimal digits of code, file, entity and message. Lines do not count, so that text above a problem may change.
 */
export function fingerprint(diagnostics: readonly Diagnostic[]): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ code, source, entityRef, message }) => {
    const text = JSON.stringify([code, source?.repository, source?.path, entityRef, message]);
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return hash(`${count}${text}`, offsets[0]) + hash(`${count}${text}`, offsets[1]);
  });
}

const offsets = [0xcbf29ce484222325n, 0x9e3779b97f4a7c15n] as const;

/** FNV-1a, 64 bits: enough to tell apart, and nothing rests on its being hard to invert. */
function hash(text: string, offset: bigint): string {
  let value = offset;
  for (let index = 0; index < text.length; index += 1) {
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return value.toString(16).padStart(16, '0');
}
