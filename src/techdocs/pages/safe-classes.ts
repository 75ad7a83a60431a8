const exact: ReadonlySet<string> = new Set([
  ...[
    'admonition',
    'admonition-title',
    'end',
    'inline',
    'headerlink',
    'highlight',
    'highlighttable',
    'linenodiv',
    'linenos',
  ],
  ...[
    'code',
    'codehilite',
    'filename',
    'hll',
    'normal',
    'special',
    'mermaid',
    'arithmatex',
    'emoji',
    'twemoji',
    'gemoji',
    'emojione',
  ],
  ...[
    'footnote',
    'footnote-ref',
    'footnote-backref',
    'task-list',
    'task-list-item',
    'task-list-control',
    'task-list-indicator',
  ],
  ...[
    'tabbed-set',
    'tabbed-alternate',
    'tabbed-labels',
    'tabbed-content',
    'tabbed-block',
    'critic',
    'break',
    'block',
    'comment',
  ],
  ...[
    'magiclink',
    'keys',
    'toc',
    'toctitle',
    'annotate',
    'grid',
    'cards',
    'card',
    'md-button',
    'md-button--primary',
    'caption',
  ],
  ...[
    'lg',
    'middle',
    'xl',
    'xxl',
    'xxxl',
    'wikilink',
    'figure-prefix',
    'hidden',
    'no-copy',
    'copy',
    'select',
    'abstract',
    'attention',
  ],
  ...[
    'bug',
    'caution',
    'check',
    'cite',
    'danger',
    'done',
    'error',
    'example',
    'fail',
    'failure',
    'faq',
    'help',
    'hint',
    'important',
  ],
  ...[
    'info',
    'missing',
    'note',
    'question',
    'quote',
    'seealso',
    'success',
    'summary',
    'tip',
    'tldr',
    'todo',
    'warning',
    'new',
  ],
]);
const families =
  /^(?:language-[\w+#.-]{1,40}|key-[\w-]{1,40}|magiclink-[\w-]{1,40}|linenos-[\w-]{1,20}|fancylists-[\w-]{1,40}|decision-(?:state|date|proposed|accepted|rejected|deprecated|superseded|other))$/;
/** Pygments' token classes. */
const tokens: ReadonlySet<string> = new Set(
  'bp c c1 ch cm cp cpf cs dl err esc fm g gd ge ges gh gi go gp gr gs gt gu il k kc kd kn kp kr kt l ld m mb mf mh mi mo n na nb nc nd ne nf ni nl nn no nt nv nx o ow p pm py s s1 s2 sa sb sc sd se sh si sr ss sx vc vg vi vm w x'.split(
    ' ',
  ),
);

/** What was said of a `class` before: pages have a few of them, thousands of times. */
const judged = new Map<string, string | undefined>();
const mostJudged = 20_000;

/** Keeps classes that the renderer's own extensions write; any other could borrow the portal's own look. */
export function keepSafeClasses(value: string): string | undefined {
  if (value.length > 200) return judge(value.slice(0, 2000));
  const known = judged.get(value);
  if (known !== undefined || judged.has(value)) return known;
  const kept = judge(value);
  if (judged.size >= mostJudged) judged.clear();
  judged.set(value, kept);
  return kept;
}

function judge(value: string): string | undefined {
  const classes = value.split(/[ \t\n\f\r]+/);
  const kept = classes.filter((name) => exact.has(name) || families.test(name) || tokens.has(name));
  return kept.length === 0 ? undefined : kept.join(' ');
}
