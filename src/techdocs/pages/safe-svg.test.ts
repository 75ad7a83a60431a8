import { expect, it } from 'vitest';
import { makeSvgSafe } from './safe-svg.ts';

const svg = (inner: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" ${attributes}>${inner}</svg>`;
const make = (text: string) => makeSvgSafe(new TextEncoder().encode(text));
const danger =
  /script|\son\w+=|foreignobject|javascript:|https?:\/\/(?!www\.w3\.org)|<!|<\?|@import|<animate|<set|<iframe|data:text|data:image\/svg/i;

it.each([
  svg('<script>alert(1)</script>'),
  svg('<SCRIPT>alert(1)</SCRIPT>'),
  svg('', 'onload="alert(1)"'),
  svg('<rect onclick="alert(1)"/>'),
  svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></body></foreignObject>'),
  svg('<a xlink:href="javascript:alert(1)"><text>x</text></a>'),
  svg('<image href="https://evil.example/x.png"/>'),
  svg('<image href="data:image/svg+xml;base64,PHN2Zz4="/>'),
  svg('<use href="https://evil.example/x.svg#a"/>'),
  svg('<style>@import url(https://evil.example/x.css);</style>'),
  svg('<style>&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;</style>'),
  svg('<style><![CDATA[</style><script>alert(1)</script>]]></style>'),
  svg('<rect fill="url(https://evil.example/x)"/>'),
  svg('<rect style="fill:url(https://evil.example/x)"/>'),
  svg('<animate attributeName="href" values="javascript:alert(1)"/>'),
  svg('<set attributeName="onclick" to="alert(1)"/>'),
  svg('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'),
  `<?xml-stylesheet type="text/xsl" href="x.xsl"?>${svg('<rect/>')}`,
  `<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]>${svg('&x;')}`,
  svg('<title><script>alert(1)</script></title>'),
  svg('<desc><iframe src="javascript:alert(1)"></iframe></desc>'),
])('takes out what is dangerous in %s', (text) => {
  expect(danger.test(text)).toBe(true);
  expect(make(text) ?? '').not.toMatch(danger);
});

it('keeps a drawing a drawing', () => {
  const text = svg(
    '<defs><linearGradient id="g"><stop offset="1" stop-color="red"/></linearGradient></defs><style>.a{fill:red}</style><rect class="a" fill="url(#g)" width="1" height="1"/><use xlink:href="#g"/>',
  );
  expect(make(text)).toBe(
    '<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><defs><linearGradient id="g"><stop offset="1" stop-color="red" /></linearGradient></defs><style>.a{fill:red}</style><rect class="a" fill="url(#g)" width="1" height="1" /><use xlink:href="#g" /></svg>',
  );
});

it('refuses what is no drawing', () => {
  expect(make('<html></html>')).toBeUndefined();
  expect(makeSvgSafe(new Uint8Array([0xff, 0xfe, 0x3c, 0]))).toBeUndefined();
});
