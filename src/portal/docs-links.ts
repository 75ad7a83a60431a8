import type { DocsPage } from '../techdocs/docs-site.ts';

const openLink = /<a((?: [^\s=">]+(?:="[^"]*")?)*)>/g;
const href = / href="([^"]*)"/;
const entities: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', nbsp: '\u00a0' };

/**
 * Writes into the HTML of a docs page where its links lead that are known only when the whole portal is. For sanitised HTML, in which
 * a `<` or `"` of a text never stands as such where a tag could begin. Pure.
 */
export function leadDocsLinks(html: string, links: DocsPage['links'], base: string): string {
  if (!links) return html;
  return html.replace(openLink, (tag, attributes: string) => {
    const written = href.exec(attributes)?.[1];
    const target = written === undefined ? undefined : links.get(decode(written));
    if (target === undefined) return tag;
    const inPortal = target.startsWith('/');
    const url = inPortal ? base + target.slice(1) : target;
    const kept = inPortal ? attributes.replace(/ rel="noopener"/, '') : attributes;
    return `<a${kept.replace(href, () => ` href="${encode(url)}"`)}>`;
  });
}

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|([a-z]+));/gi, (reference, code: string | undefined, name = '') =>
    code === undefined ? (entities[name] ?? reference) : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

function encode(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
