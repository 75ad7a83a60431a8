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
  /(?<!\]\(|[<"'=\w])(https?:\/\/[^\s<>"'`]*[^\s<>"'`.,;:!?)\]*_~])/g,
  /<((?:https?|mailto):[^\s<>]+)>/g,
  // [[Page]]
  /\[\[([^[\]\n]+)\]\]/g,
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
  return hideComments(lines.join('\n')).replace(/(?<!`)(`{1,2})(?!`)[^`\n]+\1(?!`)/g, blank);
}

// By hand: an expression would look to the end of the text from every beginning of a comment that has none.
function hideComments(text: string): string {
  let hidden = '';
  let from = 0;
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', start + 4);
    if (end === -1) break;
    hidden += text.slice(from, start) + blank(text.slice(start, end + 3));
    from = end + 3;
  }
  return hidden + text.slice(from);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
