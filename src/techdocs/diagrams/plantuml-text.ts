/** One diagram as PlantUML reads it, from `@start…` to `@end…`. */
export type UmlText =
  | { readonly ok: true; readonly text: string /** Lines added before the first. */; readonly added: number }
  | { readonly ok: false; readonly reason: string };

const longest = 100_000;

/** Reads a block as exactly one diagram, so that what PlantUML writes can be told apart. Text without `@startuml` gets one. */
export function parseUml(block: string): UmlText {
  if (block.length > longest) return { ok: false, reason: `it is longer than ${longest} characters` };
  const lines = block.replace(/\r\n?/g, '\n').split('\n');
  const starts = lines.flatMap((line, index) => (/^\s*[@\\]start/i.test(line) ? [index] : []));
  const ends = lines.flatMap((line, index) => (/^\s*[@\\]end/i.test(line) ? [index] : []));
  if (lines.every((line) => line.trim() === '')) return { ok: false, reason: 'it is empty' };
  if (starts.length === 0 && ends.length === 0) {
    return { ok: true, text: ['@startuml', ...lines, '@enduml', ''].join('\n'), added: 1 };
  }
  const [start, end] = [starts[0] ?? -1, ends[0] ?? -1];
  if (starts.length > 1 || ends.length > 1) return { ok: false, reason: 'it holds more than one diagram' };
  if (start === -1 || end < start) return { ok: false, reason: 'its @start and @end do not belong together' };
  return { ok: true, text: [...lines.slice(start, end + 1), ''].join('\n'), added: -start };
}
