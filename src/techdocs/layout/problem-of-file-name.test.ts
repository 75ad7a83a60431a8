import { expect, it } from 'vitest';
import { problemOfKey } from '../../publish/check-manifest.ts';
import { problemOfFileName } from './problem-of-file-name.ts';

const published = (path: string) =>
  `docs/default/component/x/${path}${path === '' || path.endsWith('/') ? 'index.html' : ''}`;

it.each(['a/', 'a b/c/', '', 'img/a.png', 'ä/ö.png', "it's <b>/", 'a..b/', '.x/', 'C:/'])(
  'lets %j be published',
  (path) => {
    expect(problemOfFileName(path)).toBeUndefined();
    expect(problemOfKey(published(path))).toBeUndefined();
  },
);

it.each(['a\u2028/', 'a\n/', 'a\u0085.png', 'a\\b/', './', '../', 'a/../b.png', '/', 'a\ud800/'])(
  'refuses %j, which would cost the whole portal',
  (path) => {
    expect(problemOfKey(published(path))).toBeDefined();
    expect(problemOfFileName(path)).toBeDefined();
  },
);

it.each([`${'a'.repeat(240)}/`, `${'ä'.repeat(120)}/`, `${'a/'.repeat(400)}`, 'guide/index.html/'])(
  'refuses %j',
  (path) => {
    expect(problemOfFileName(path)).toBeDefined();
  },
);
