import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

// Raw HTML is dropped by remark-rehype; the sanitiser's default schema (GitHub's) is the second wall.
const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeSanitize).use(rehypeStringify);

/** Renders an entity's description (CommonMark with GitHub's tables and lists) to safe HTML. */
export function renderMarkdown(text: string): string {
  // Nearly all descriptions are one plain sentence, for which the pipeline would cost more than the page.
  if (/^(?![-+\d\s])[^\n\\`*_{}[\]<>#|~&:]*$/.test(text)) return `<p>${text.trim()}</p>`;
  return processor.processSync(text).toString();
}
