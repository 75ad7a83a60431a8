import { describe, expect, it } from 'vitest';
import { leadDocsLinks } from './docs-links.ts';

const links = new Map([
  ['https://git.example.org/o/r/blob/main/docs/a.md?x=1&y=2', '/docs/default/component/a/?q=1&r=2#docs-b'],
  ['#docs-a--b', '#docs-a-b'],
]);
const lead = (html: string, base = '/') => leadDocsLinks(html, links, base);
const written = 'https://git.example.org/o/r/blob/main/docs/a.md?x=1&amp;y=2';

describe('links of a docs page', () => {
  it.each(['&amp;', '&#x26;'])('lead to the portal, however %s is written', (and) => {
    const html = `<p><a class="x" href="${written.replace('&amp;', and)}" rel="noopener">a</a></p>`;
    expect(lead(html, '/portal/')).toBe(
      '<p><a class="x" href="/portal/docs/default/component/a/?q=1&amp;r=2#docs-b">a</a></p>',
    );
  });

  it('lead to the right part of the same page', () => {
    expect(lead('<a href="#docs-a--b" title="t">a</a>')).toBe('<a href="#docs-a-b" title="t">a</a>');
  });

  it.each([
    ['another link', '<a href="https://git.example.org/" rel="noopener">a</a>'],
    ['text that looks like one', `<code>&lt;a href="${written}"></code> href="${written}"`],
    ['an attribute that looks like one', `<img alt="<a x" title=" href=" src="a.png"><a title="> <a" name="b">`],
    ['a link without an address', '<a id="docs-x"></a><a>'],
  ])('leave %s as it is', (_, html) => {
    expect(lead(html)).toBe(html);
  });

  it('cost nothing where there are none', () => {
    const html = `<a href="${written}">a</a>`;
    expect(leadDocsLinks(html, undefined, '/')).toBe(html);
  });

  it('write addresses that end no attribute', () => {
    const evil = new Map([['x', '/"><script>alert(1)</script>']]);
    expect(leadDocsLinks('<a href="x">a</a>', evil, '/')).not.toContain('<script');
  });
});
