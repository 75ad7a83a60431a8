// Renderers look for these in text that is escaped, too.
const address = /www\.|:\/\/|@|mailto:|xmpp:/i;

/**
 * Somebody's text on one line of a Markdown file (CommonMark with GitHub's extensions), as it reads: no markup, no HTML. Words
 * that a renderer would take for an address are code.
 */
export function plainText(text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.map((word) => (address.test(word) ? codeSpan(word) : escapeWord(word))).join(' ');
}

/** Text without line breaks as code, whatever backticks are in it. */
function codeSpan(text: string): string {
  const runs = (text.match(/`+/g) ?? []).map((run) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  const padding = runs.length > 0 ? ' ' : '';
  return `${fence}${padding}${text}${padding}${fence}`;
}

function escapeWord(word: string): string {
  return word.replace(/[\\`*[\]<>&|~!]/g, '\\$&').replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_');
}

/** A link with somebody's text. `url` is one that may be followed. */
export function markdownLink(text: string, url: string): string {
  const target = url.replace(/[\s()<>\\]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `[${plainText(text)}](${target})`;
}

/** Somebody's Markdown as a quotation, so that nothing in it passes for a part of the page; HTML stays text. */
export function quotation(markdown: string): string {
  const lines = markdown
    .trim()
    .replaceAll('<', '\\<')
    .split(/\r\n?|\n/);
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
}
