/** Puts a payload somewhere into a page's Markdown; `n` is unlike any other of the page. */
export type Place = (payload: string, n: number) => string;

const indent = (text: string) => text.replace(/^/gm, '    ');
const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const quoted = (text: string) => oneLine(text).replaceAll('"', "'");
const fence = '```';

/** Places of a payload within a page. */
export const places: Readonly<Record<string, Place>> = {
  block: (text) => text,
  sentence: (text) => `Some ${oneLine(text)} words.`,
  heading: (text) => `## H ${oneLine(text)}`,
  'heading id': (text, n) => `## H${n} { #${oneLine(text)} .${oneLine(text)} }`,
  list: (text) => `- a\n- ${oneLine(text)}\n    1. ${oneLine(text)}`,
  task: (text) => `- [x] ${oneLine(text)}`,
  quote: (text) => `> ${oneLine(text)}`,
  alert: (text) => `> [!NOTE]\n> ${oneLine(text)}`,
  table: (text) => `| a | b |\n|---|:-:|\n| ${oneLine(text).replaceAll('|', '\\|')} | c |`,
  'admonition title': (text) => `!!! note "${quoted(text)}"\n    x`,
  'admonition type': (text) => `!!! ${oneLine(text)}\n    x`,
  'admonition body': (text) => `!!! warning\n${indent(text)}`,
  'details title': (text) => `??? tip "${quoted(text)}"\n${indent(text)}`,
  summary: (text) => `<details><summary>${text}</summary>${text}</details>`,
  'tab label': (text) => `=== "${quoted(text)}"\n    x`,
  'tab body': (text, n) => `=== "T${n}"\n${indent(text)}`,
  footnote: (text, n) => `x[^f${n}]\n\n[^f${n}]: ${oneLine(text)}`,
  'footnote name': (text) => `x[^${oneLine(text)}]\n\n[^${oneLine(text)}]: y`,
  abbreviation: (text, n) => `ABC${n} x\n\n*[ABC${n}]: ${oneLine(text)}`,
  definition: (text) => `${oneLine(text)}\n:   ${oneLine(text)}`,
  'link text': (text) => `[${oneLine(text)}](../)`,
  'link address': (text) => `[x](${oneLine(text)})`,
  'link address in brackets': (text) => `[x](<${oneLine(text)}>)`,
  'link title': (text) => `[x](../ "${quoted(text)}")`,
  'link reference': (text, n) => `[x][r${n}]\n\n[r${n}]: ${oneLine(text)} '${quoted(text)}'`,
  autolink: (text) => `<${oneLine(text)}> <https://x.example/${oneLine(text)}>`,
  'magic link': (text) => `https://evil.example/${oneLine(text)} www.evil.example/${oneLine(text)}`,
  'picture text': (text) => `![${oneLine(text)}](../img/a.png)`,
  'picture address': (text) => `![x](${oneLine(text)})`,
  'picture title': (text) => `![x](../img/a.png "${quoted(text)}")`,
  'attribute list': (text) => `x\n{: title="${quoted(text)}" onclick="alert(1)" style="${quoted(text)}" }`,
  'attribute list as it is': (text) => `*x*{: ${oneLine(text)} }`,
  'attribute list of a link': (text) => `[x](../){: target=_blank href="${quoted(text)}" ping="//evil.example/" }`,
  'code language': (text) => `${fence}${oneLine(text)}\nx\n${fence}`,
  'code title': (text) => `${fence}py title="${quoted(text)}" hl_lines="1"\nx = 1\n${fence}`,
  'code attributes': (text) =>
    `${fence} { .py #${quoted(text)} onclick="alert(1)" title="${quoted(text)}" }\nx\n${fence}`,
  code: (text) => `${fence}html\n${text}\n${fence}`,
  'indented code': (text) => indent(text),
  'code in a sentence': (text) => `x \`#!html ${oneLine(text)}\` \`${oneLine(text)}\``,
  mermaid: (text) =>
    `${fence}mermaid\ngraph TD\n  A["${quoted(text)}"] --> B\n  click A href "${quoted(text)}"\n${fence}`,
  dot: (text) =>
    `${fence}dot\ndigraph { a [label="${quoted(text)}" URL="${quoted(text)}" tooltip="${quoted(text)}"] }\n${fence}`,
  'dot html': (text) => `${fence}graphviz\ndigraph { a [label=<${oneLine(text)}>] }\n${fence}`,
  plantuml: (text) => `${fence}plantuml\n@startuml\na -> b : ${oneLine(text)}\n@enduml\n${fence}`,
  maths: (text) =>
    `\\(x ${oneLine(text)}\\)\n\n$$\n\\href{${oneLine(text)}}{y} \\text{${oneLine(text)}} \\htmlClass{x}{y}\n$$`,
  'maths block': (text) => `${fence}math\n${text}\n${fence}`,
  emoji: (text) => `:${oneLine(text)}: :material-${oneLine(text)}:`,
  critic: (text) => `{++${oneLine(text)}++} {>>${oneLine(text)}<<}`,
  mark: (text) => `==${oneLine(text)}== ^^${oneLine(text)}^^ ~~${oneLine(text)}~~`,
  keys: (text) => `++ctrl+"${quoted(text)}"++`,
  'markdown in HTML': (text) => `<div markdown="1">\n${text}\n</div>`,
  'markdown in an attribute': (text) => `<div markdown="span" title="${quoted(text)}">*${oneLine(text)}*</div>`,
  snippet: (_, n) => `--8<-- "docs/parts/${n}.txt"`,
  'snippet name': (text) => `--8<-- "${quoted(text)}"`,
  comment: (text) => `<!-- ${text} -->`,
  'block class': (text) => `<div class="${quoted(text)} cb-nav" id="${quoted(text)}">x</div>`,
};
