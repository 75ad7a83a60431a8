/** An address in Markdown, and where it begins. */
export interface WrittenAddress {
  readonly address: string;
  readonly index: number;
}

const forms: readonly RegExp[] = [
  // [text](address "title"), also with one pair of brackets in the address
  /\]\(\s*(?:<([^<>\n]*)>|((?:[^\s()]|\([^\s()]*\))+))/g,
  // [label]: address
  /^[ \t>]*\[[^\]\n]+\]:\s*<?([^\s>]+)/gm,
  /\b(?:href|src|poster)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi,
  /(?<![(<"'=\w])(https?:\/\/[^\s<>"'`]*[^\s<>"'`.,;:!?)\]*_~])/g,
  /<((?:https?|mailto):[^\s<>]+)>/g,
  // [[Page]]
  /\[\[([^\]\n]+)\]\]/g,
];

/** Every address that Markdown links to or shows, in their order; not what stands in code and comments. */
export function findAddresses(markdown: string): readonly WrittenAddress[] {
  const text = hideCode(markdown);
  const found = forms.flatMap((form) =>
    [...text.matchAll(form)].map((match) => {
      const address = match[1] ?? match[2] ?? match[3] ?? '';
      return { address, index: match.index + match[0].lastIndexOf(address) };
    }),
  );
  return found.sort((a, b) => a.index - b.index);
}

/** Puts blanks in place of code and comments, so that everything else stays where it is. */
function hideCode(markdown: string): string {
  let fence: string | undefined;
  const lines = markdown.split('\n').map((line) => {
    const mark = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined) {
      if (mark === undefined) return line;
      fence = mark;
    } else if (mark?.startsWith(fence) && /^[\s>]*[`~]+\s*$/.test(line)) fence = undefined;
    return ' '.repeat(line.length);
  });
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  return lines
    .join('\n')
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/(?<!`)(`{1,2})(?!`)[^`\n]+\1(?!`)/g, blank);
}
