import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryHtml } from '../testing/arbitrary-html.ts';
import { type HtmlNode, isElement } from './html-tree.ts';
import { parseAnyHtml } from './parse-page.ts';
import { parsePlainHtml } from './parse-plain-html.ts';

const runs = Number(process.env['CALLBOARD_FUZZ_RUNS'] ?? 4000);

/** Everything of a tree but the way up. */
function outline(nodes: readonly HtmlNode[]): unknown {
  return nodes.map((node) => {
    if (!isElement(node)) return { ...node, parentNode: null };
    const { tagName, namespaceURI, attrs, childNodes } = node;
    return { tagName, namespaceURI, attrs, children: outline(childNodes) };
  });
}

it('reads whatever it accepts as parse5 does', () => {
  let accepted = 0;
  const property = fc.property(arbitraryHtml, (html) => {
    const plain = parsePlainHtml(html);
    if (plain === undefined) return;
    accepted += html.length > 20 ? 1 : 0;
    expect(outline(plain)).toEqual(outline(parseAnyHtml(html)));
  });
  fc.assert(property, { numRuns: runs });
  expect(accepted).toBeGreaterThan(runs / 50);
});

it.each([
  '<div class="language-python highlight"><pre><span></span><code><span id="__span-0-1"><a id="x" name="x"></a><span class="kn">import</span> &lt;a&gt;\n</span></code></pre></div>',
  '<h2 id="a">A &amp; b<a class="headerlink" href="#a" title="Permanent link">&para;</a></h2>',
  '<table>\n<thead>\n<tr>\n<th align="left">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><p>b</p></td>\n</tr>\n</tbody>\n</table>',
  '<p><img alt="x" src="a.png" /><br />\n<input type="checkbox" disabled checked/></p>\n<hr />',
  '<p><span class="twemoji"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M1 2"/></svg></span></p>',
  '<ul>\n<li>\n<p>a</p>\n<ul>\n<li>b &copy; &#8617;&#xFE0E;</li>\n</ul>\n</li>\n</ul><!-- c -->',
  '<pre>\n\n x</pre>',
])('reads %s', (html) => {
  const plain = parsePlainHtml(html);
  expect(plain).toBeDefined();
  expect(outline(plain ?? [])).toEqual(outline(parseAnyHtml(html)));
});

it.each([
  ...[
    '<p><div></div></p>',
    '<p>a',
    'a</p>',
    '<a><a></a></a>',
    '<b><p></b></p>',
    '<li>a</li>',
    '<tr></tr>',
    '<table>a</table>',
  ],
  ...[
    '<table><tr><td>a</td></tr></table>',
    '<h2><h3>a</h3></h2>',
    "<p class='a'>b</p>",
    '<p class=a>b</p>',
    '<P>a</P>',
    '<div/>',
  ],
  ...[
    '<p a="1" a="2">b</p>',
    '&copy x',
    '&#0;',
    '&#128;',
    '&unknown;',
    '<!-->',
    '<!--a--!>b-->',
    '<script>a</script>',
    '<svg><p>a</p></svg>',
  ],
  ...[
    '<svg viewbox="0">a</svg>',
    '<math></math>',
    '<p>a\0</p>',
    '<p>a\r</p>',
    '<form></form>',
    '<p a"b">c</p>',
    '<p a=">">b</p',
    '<button>a</button>',
  ],
])('leaves %j to parse5', (html) => {
  expect(parsePlainHtml(html)).toBeUndefined();
});
