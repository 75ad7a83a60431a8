import naughty from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };
import { handWritten } from './hand-written-payloads.ts';

const words = (text: string) => text.split(' ');
const handlers = words(
  'onabort onanimationend onanimationiteration onanimationstart onauxclick onbeforecopy onbeforecut onbeforeinput onbeforematch onbeforepaste onbeforetoggle onblur oncancel oncanplay onchange onclick onclose oncontentvisibilityautostatechange oncontextmenu oncopy oncut ondblclick ondrag ondragend ondragenter ondragleave ondragover ondragstart ondrop ondurationchange onemptied onended onerror onfocus onfocusin onfocusout onformdata onfullscreenchange ongotpointercapture onhashchange oninput oninvalid onkeydown onkeypress onkeyup onload onloadeddata onloadstart onlostpointercapture onmessage onmousedown onmouseenter onmouseleave onmousemove onmouseout onmouseover onmouseup onmousewheel onpagehide onpageshow onpaste onpause onplay onpointerdown onpointerenter onpointermove onpointerout onpointerover onpointerup onpopstate onprogress onreset onresize onscroll onscrollend onsearch onseeked onselect onselectionchange onselectstart onstalled onsubmit ontimeupdate ontoggle ontouchstart ontransitionend onunload onvolumechange onwaiting onwebkitanimationstart onwheel',
);
const hosts = [
  ...['<b @>x</b>', '<a href="#" @>x</a>', '<div tabindex=0 @>x</div>', '<img src=x @>', '<p @>x</p>', '<h3 @>x</h3>'],
  ...['<input @>', '<svg @><rect width=9 height=9 @ /></svg>', '<details open @><summary @>x</summary></details>'],
  ...['<video src=x @></video>', '<span @>x</span>', '<table @><tr @><td @>x</table>', '<label @>x</label>'],
];
const code = 'alert(1)';
const addresses = [
  ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'java&Tab;script:alert(1)'],
  ...['java&NewLine;script:alert(1)', 'javascript&colon;alert(1)', '&#106;avascript:alert(1)', ' javascript:alert(1)'],
  ...[
    '&#x6A&#x61vascript:alert(1)',
    '&#1;javascript:alert(1)',
    '\u00a0javascript:alert(1)',
    '\u200bjavascript:alert(1)',
  ],
  ...['javascript://x/%0aalert(1)', 'javascript:/*x*/alert(1)', 'java%0ascript:alert(1)', 'javascript\u2028:alert(1)'],
  ...['&#x0000106avascript:alert(1)', 'javascript:void alert(1)', 'vbscript:msgbox(1)', 'livescript:alert(1)'],
  ...['data:text/html,<script>alert(1)</script>', 'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='],
  ...['data:image/svg+xml,<svg onload=alert(1)>', 'data:application/xhtml+xml,<x/>', 'blob:https://x/y'],
  ...[
    'file:///etc/passwd',
    'view-source:https://evil.example',
    'filesystem:https://evil.example/x',
    'feed:javascript:alert(1)',
  ],
  ...[
    '//evil.example/x',
    '\\\\evil.example\\x',
    '/\\evil.example/x',
    'https:evil.example/x',
    'https:///evil.example/x',
  ],
  ...[
    'https://evil.example\\@127.0.0.1/',
    'http://[::1',
    'https://evil.example/%22onload=%22alert(1)',
    '/\t/evil.example/x',
  ],
  ...[
    'https://\u2025evil.example',
    'ht\ntps://evil.example/x',
    'jar:https://evil.example!/x',
    'about:blank',
    'intent:#x',
  ],
];
const holders = [
  ...['<a href="@">x</a>', '<img src="@">', '<iframe src="@"></iframe>', '<form action="@"><button>x</button></form>'],
  ...['<svg><a xlink:href="@"><text x=9 y=19>x</text></a></svg>', '<object data="@"></object>', '<embed src="@">'],
  ...['<video src="@" poster="@"></video>', '<blockquote cite="@">x</blockquote>', '<a href=\'@\' ping="@">x</a>'],
];

/** One way to write each of many events, in turn on different elements. */
const events = handlers.map((name, index) => (hosts[index % hosts.length] ?? '').replaceAll('@', `${name}=${code}`));
const links = holders.flatMap((holder) => addresses.map((address) => holder.replaceAll('@', address)));
const naughtyMarkup = (naughty as readonly string[]).filter(
  (text) => /[<&]|script|on\w+=/i.test(text) && text.length < 2000,
);

/**
 * Everything that is tried: by hand, every event, addresses in every element that takes one, and the naughty strings that look like
 * markup. Each says its own number.
 */
export const payloads: readonly string[] = [...new Set([...handWritten, ...events, ...links, ...naughtyMarkup])].map(
  (payload, number) => payload.replaceAll(code, `alert(${number + 2})`),
);
