import { expect, it } from 'vitest';
import { placeOfPage } from '../testing/page-place.ts';
import type { PageHooks } from './page-hooks.ts';
import { makePageSafe } from './page-html.ts';

const hostile =
  '<svg viewBox="0 0 1 1" onload="alert(1)"><a xlink:href="javascript:alert(1)"><g id="node1" style="fill:red"><title>x</title></g></a><path fill="url(#node1)" stroke="url(//evil.example/x)"/><script>alert(1)</script><foreignObject><img src=x onerror=alert(1)></foreignObject></svg><img src=x onerror=alert(1)><iframe></iframe>';
const hooks = (html: string): PageHooks => ({
  languages: new Set(['dot', 'slow']),
  codeBlock: ({ language, text }) =>
    language === 'slow' ? Promise.resolve({ html: `<p>${text.length}</p>` }) : { html },
  maths: ({ text, display }) => ({ html: `<span class="katex">${text} ${display}</span>` }),
});
const draw = async (page: string, html = hostile) =>
  (await makePageSafe(page, { ...placeOfPage('guide/setup.md'), hooks: hooks(html) })).html;

it('lets nothing through of what a hook gives back but drawings', async () => {
  const html = await draw('<div class="language-dot highlight"><pre><span></span><code>a</code></pre></div>');
  expect(html).not.toMatch(/alert|script|onload|onerror|style|evil|foreignObject|<img|<iframe/i);
  expect(html).toMatch(/<path fill="url\(#docs-figure-\d+-node1\)">/);
});

it('waits for what is promised, and leaves other code as it is', async () => {
  expect(
    await draw('<pre><code class="language-slow">abc</code></pre><pre><code class="language-py">x</code></pre>'),
  ).toBe('<div class="docs-figure"><p>3</p></div><pre><code class="language-py">x</code></pre>');
});

it('hands over formulas without their delimiters', async () => {
  expect(await draw('<p><span class="arithmatex">\\(x &lt; 1\\)</span></p><div class="arithmatex">\\[y\\]</div>')).toBe(
    '<p><span class="arithmatex"><span class="katex">x &lt; 1 false</span></span></p><div class="arithmatex"><span class="katex">y true</span></div>',
  );
});
