import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { plainLine } from './plain-text.ts';

/** What a file says of its repository in words. */
export interface Words {
  readonly title?: string;
  readonly description?: string;
}

/** Characters of a README that are looked at: its title and what comes first. */
const lookedAt = 2000;
const longest = { title: 60, description: 240 } as const;

const parser = unified().use(remarkParse);

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** The first heading of a README in Markdown, and the first paragraph of words below it. */
export function readReadme(text: string): Words {
  const blocks = (parser.parse(text.slice(0, lookedAt)) as Node).children ?? [];
  const heading = blocks.findIndex(({ type }) => type === 'heading');
  const paragraphs = blocks.slice(Math.max(0, heading)).filter(({ type }) => type === 'paragraph');
  // A line of badges is pictures and no words.
  const words = paragraphs.map((block) => plainLine(textOf(block), longest.description));
  const description = words.find((line) => /\p{L}{2}.*\s.*\p{L}/u.test(line));
  const title = heading === -1 ? '' : plainLine(textOf(blocks[heading]), longest.title);
  return { ...(title !== '' && { title }), ...(description && { description }) };
}

/** The description of a `package.json`. */
export function readPackage(text: string): Words {
  try {
    const { description } = Object(JSON.parse(text)) as { readonly description?: unknown };
    const line = typeof description === 'string' ? plainLine(description, longest.description) : '';
    return line === '' ? {} : { description: line };
  } catch {
    return {};
  }
}

function textOf(node: Node | undefined): string {
  if (!node) return '';
  if (node.type === 'text' || node.type === 'inlineCode') return node.value ?? '';
  if (node.type === 'break') return ' ';
  return (node.children ?? []).map(textOf).join('');
}
