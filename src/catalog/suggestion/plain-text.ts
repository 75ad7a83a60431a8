// Controls, what steers the direction of text, private and unassigned characters, halves of pairs. Joiners are part of words.
const unseen = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;

/** Somebody's text on one line, without characters that cannot be seen, at most so many characters long. */
export function plainLine(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').replace(unseen, '').trim();
  const characters = [...line];
  if (characters.length <= most) return line;
  const cut = characters.slice(0, most - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`;
}
