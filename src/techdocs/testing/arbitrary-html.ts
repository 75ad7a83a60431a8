import fc from 'fast-check';

const words = (text: string) => text.split(' ');
const html = words(
  'p div span a b i em strong code pre ul ol li dl dt dd table thead tbody tr td th h1 h2 h3 blockquote details summary section img br hr input label sup del mark abbr kbd article figure u s small font center nav',
);
const odd = words(
  'script style template noscript svg path g math mtext mi mglyph malignmark annotation-xml foreignObject desc title textarea select option button form iframe object embed xmp plaintext noembed noframes listing caption col colgroup video audio source picture nobr image frameset body html head base meta link marquee applet ruby rt rp dialog custom-element animate set use style a p',
);
const names = words(
  'id class href src title alt name style onclick onerror type checked width height align colspan headers for dir lang data-tabs data-x aria-label viewBox d fill xlink:href xml:base xmlns srcset srcdoc action formaction poster is slot encoding',
);
const values = [
  ...['x', '', 'a b', '#x', 'img/a.png', '../', 'https://example.org/', 'javascript:alert(1)', 'data:text/html,x'],
  ...[
    'note',
    'cb-nav',
    'checkbox',
    'radio',
    '"',
    "'",
    '<',
    '>',
    '&amp;',
    '&lt;img src=x onerror=alert(1)&gt;',
    '&nbsp;',
  ],
  ...[
    '--&gt;',
    '</style>',
    '</title><img src=x>',
    '\u00a0',
    'text/html',
    'http://www.w3.org/2000/svg',
    '&copy',
    '&notin;',
  ],
];
const texts = [
  ...['text', ' ', '\n', 'a & b', '&lt;', '&amp;lt;', '&para;', '&#65;', '&#0;', '&#128;', '&copy', '&notit;', '&'],
  ...['<', '< b', '</', '<!-- c -->', '<!-->', '<!--a--!>', '<![CDATA[x]]>', '<?pi?>', '<!doctype html>', ']]>', '-->'],
];

const attribute = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(...values), fc.constantFrom('"', '"', '"', '"', "'", '', ' = '))
  .map(([name, value, mark]) => {
    if (mark === '"') return ` ${name}="${value.replaceAll('"', '&quot;')}"`;
    return mark === ' = ' ? ` ${name} = "x"` : ` ${name}=${mark}${value.replace(/['\s>]/g, '')}${mark}`;
  });
const attributes = fc.array(attribute, { maxLength: 3 }).map((all) => all.join(''));

/** HTML as elements that open and close, of all kinds, wherever they may not stand. */
const nested = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...texts),
    fc
      .tuple(
        fc.oneof({ arbitrary: fc.constantFrom(...html), weight: 4 }, { arbitrary: fc.constantFrom(...odd), weight: 1 }),
        attributes,
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([name, all, inner]) => `<${name}${all}>${inner.join('')}</${name}>`),
  ),
})).node;

const plainTexts = [
  'text',
  ' ',
  '\n',
  '&lt;b&gt;',
  'a &amp; b',
  '&para;',
  '&#65;',
  '&quot;',
  '\n\n',
  '&#8617;&#xFE0E;',
  '&nbsp;',
];
const plainAttribute = fc
  .tuple(
    fc.constantFrom('id', 'class', 'title', 'href', 'data-x', 'open'),
    fc.constantFrom('a', 'note', '#x', '', '&quot;', '<&gt;'),
  )
  .map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${value}"`));
const plainAttributes = fc.uniqueArray(plainAttribute, { maxLength: 2 }).map((all) => all.join(''));

/** HTML as Python-Markdown writes it. */
const plain = fc.letrec<{ flow: string; phrase: string; list: string; table: string }>((tie) => {
  const element = (tags: string, inner: fc.Arbitrary<string>, more = '') =>
    fc
      .tuple(fc.constantFrom(...words(tags)), plainAttributes, fc.array(inner, { maxLength: 3 }))
      .map(([name, all, children]) => `<${name}${all}>${more}${children.join('')}</${name}>`);
  const text = fc.constantFrom(...plainTexts);
  const cells = element('td th', tie('flow'));
  const rows = fc.array(cells, { maxLength: 3 }).map((all) => `<tr>\n${all.join('\n')}\n</tr>`);
  return {
    phrase: fc.oneof(
      { depthSize: 'small' },
      text,
      element('span em strong code b i a sup del mark kbd label small', tie('phrase')),
      fc.constantFrom('<br />', '<br>', '<img src="a.png" alt="x" />', '<input type="checkbox" disabled/>', '<wbr>'),
      fc.constant('<svg viewBox="0 0 1 1"><path d="M0 0"/><g fill="red"></g></svg>'),
    ),
    flow: fc.oneof(
      { depthSize: 'small' },
      element('p h1 h2 h3', tie('phrase')),
      element('div blockquote section details summary article figure center', tie('flow')),
      element('pre', tie('phrase'), '\n'),
      tie('list'),
      tie('table'),
      fc.constantFrom('<hr />', '\n', '<!-- c -->', '<!-- a > b -->'),
      text,
    ),
    list: fc
      .tuple(fc.constantFrom('ul', 'ol'), fc.array(element('li', tie('flow')), { maxLength: 3 }))
      .map(([name, items]) => `<${name}>\n${items.join('\n')}</${name}>`),
    table: fc.array(rows, { maxLength: 3 }).map((all) => `<table>\n<tbody>\n${all.join('\n')}</tbody>\n</table>`),
  };
}).flow;

/** Tags in any order. */
const loose = fc
  .array(
    fc.oneof(
      fc.constantFrom(...texts),
      fc.tuple(fc.constantFrom(...html, ...odd), attributes).map(([name, all]) => `<${name}${all}>`),
      fc.constantFrom(...html, ...odd).map((name) => `</${name}>`),
      fc.constantFrom(...odd).map((name) => `<${name}/>`),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

/** Any HTML: as renderers write it, nested elements, loose tags, or either with a few characters changed. */
export const arbitraryHtml: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      fc.array(plain, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
      fc.array(nested, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
      loose,
    ),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('', '<', '>', '/', '"', ' ', '\n', '&', '-', '\0', '\r', 'p', '=')), {
      maxLength: 2,
    }),
  )
  .map(([text, changes]) => {
    let changed = text;
    for (const [place, character] of changes) {
      const at = changed.length === 0 ? 0 : place % changed.length;
      changed = changed.slice(0, at) + character + changed.slice(at + 1);
    }
    return changed;
  });
