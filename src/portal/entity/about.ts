import { renderMarkdown } from '../markdown.ts';

/** Characters of a description that the head of a page has room for. */
const ledeLimit = 360;

/** A description as its page shows it. */
export interface About {
  /** What stands under the title. */
  readonly ledeHtml?: string;
  /** All of it, where that is more. */
  readonly html?: string;
}

/** A short description stands whole under the title; of a long one its first paragraph, and all of it in a section. */
export function aboutOf(description: string | undefined): About {
  const text = description?.trim() ?? '';
  if (text === '') return {};
  const blocks = text.split(/\n\s*\n/);
  const [first = ''] = blocks;
  if (text.length <= ledeLimit && blocks.length <= 2) return { ledeHtml: renderMarkdown(text) };
  const html = renderMarkdown(text);
  // What is no paragraph, or a long one, is read better in a section of its own.
  const isPlain = first.length <= ledeLimit && /^(?![-+*>#|`\d]|~~~)/.test(first) && !/\n(?:=+|-+)\s*$/.test(first);
  return isPlain ? { ledeHtml: renderMarkdown(first), html } : { html };
}
