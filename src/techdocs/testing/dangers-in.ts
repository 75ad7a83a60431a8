import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** Everything in a page that could run, load, submit or leave the page's own look. */
export function dangersIn(html: string): readonly string[] {
  const dangers: string[] = [];
  const forbidden =
    /^(script|style|form|meta|base|link|object|embed|applet|template|button|select|textarea|math|foreignobject|use|image|animate|animatetransform|set|animatemotion|frame|frameset|dialog|portal|slot|noscript|marquee|isindex|keygen|param)$/i;
  const tree = unified().use(rehypeParse, { fragment: true }).parse(html) as Root;
  visit(tree, (node) => {
    if (node.type === 'comment' || node.type === 'doctype') dangers.push(node.type);
    if (node.type !== 'element') return;
    if (forbidden.test(node.tagName)) dangers.push(`<${node.tagName}>`);
    for (const [name, value] of Object.entries(node.properties)) {
      const text = String(value);
      if (/^on|^style$|^srcdoc$|^formaction$|^ping$|^xlinkhref$|^xmlbase$|^background$|^is$|^slot$/i.test(name))
        dangers.push(name);
      if ((name === 'id' || name === 'name') && !text.startsWith('docs-')) dangers.push(`${name}=${text}`);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what browsers drop is dropped here as well
      const address = text.replace(/[\u0000-\u0020]/g, '');
      if (
        /^(href|src|poster|srcset|cite|data|action)$/i.test(name) &&
        /^(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:/i.test(address)
      )
        dangers.push(`${name}=${text}`);
      if (/^(src|poster|srcset)$/i.test(name) && /^(https?:|\/\/|\\)/i.test(address) && node.tagName !== 'iframe')
        dangers.push(`${name}=${text}`);
      if (/^(?:fill|stroke|transform)$/.test(name) && /url\s*\(/i.test(text)) dangers.push(`${name}=${text}`);
      if (name === 'className' && /cb-|search/.test(text)) dangers.push(`class=${text}`);
    }
    if (node.tagName === 'iframe' && !String(node.properties['src']).startsWith('https://video.example.org/'))
      dangers.push('iframe');
  });
  return dangers;
}
