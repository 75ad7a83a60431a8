/** Advance widths of Inter at weight 500 for the characters U+0020 to U+007E, in hundredths of the font size. */
const latin = [
  27, 30, 49, 64, 65, 99, 65, 31, 37, 37, 52, 67, 30, 46, 30, 37, 65, 42, 62, 63, 66, 60, 63, 57, 63, 63, 30, 32, 67,
  67, 67, 53, 98, 71, 66, 73, 72, 60, 59, 75, 74, 27, 58, 69, 57, 91, 76, 77, 64, 77, 65, 65, 65, 74, 71, 100, 70, 70,
  64, 37, 37, 37, 48, 46, 34, 57, 62, 58, 62, 59, 38, 62, 60, 25, 25, 56, 25, 89, 60, 60, 62, 62, 39, 54, 34, 60, 57,
  83, 56, 58, 56, 44, 35, 44, 67,
];
/** Weight 600 and the fallback fonts run wider than the table; measured text is never narrower than drawn text. */
const safety = 1.03;
const ellipsis = '…';
const ellipsisWidth = 92;
/** From here on scripts are drawn as full-width squares (CJK, Hangul, emoji). */
const fullWidthFrom = 0x1100;

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return latin[code - 0x20] ?? 65;
  if (character === ellipsis) return ellipsisWidth;
  return code >= fullWidthFrom ? 105 : 68;
}

/** Width of one line of text in the portal's text font, in the unit of `fontSize`. An estimate that errs on the wide side. */
export function measureText(text: string, fontSize: number): number {
  let hundredths = 0;
  for (const character of text) hundredths += characterWidth(character);
  return (hundredths / 100) * fontSize * safety;
}

/** `text` on one line, cut with an ellipsis so that it is at most `maxWidth` wide. */
export function truncateText(text: string, fontSize: number, maxWidth: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (measureText(line, fontSize) <= maxWidth) return line;
  const room = (maxWidth / fontSize / safety) * 100 - ellipsisWidth;
  let used = 0;
  let kept = '';
  for (const character of line) {
    used += characterWidth(character);
    if (used > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}${ellipsis}`;
}
