import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSafeHostName, isSafeRefName, parseAddress } from './address.ts';

it.each([
  ['https://GitHub.com/Acme/Shop.git', 'https://github.com/acme/shop', 'Acme/Shop', 'github'],
  ['git@github.com:Acme/Shop.git', 'https://github.com/acme/shop', 'Acme/Shop', 'github'],
  ['ssh://git@gitlab.example.com:2222/a/b/c.git', 'https://gitlab.example.com/a/b/c', 'a/b/c', 'gitlab'],
  ['https://git.example.com:8443/x/y/', 'https://git.example.com:8443/x/y', 'x/y', 'none'],
  ['http://127.0.0.1:3000/x/y.git', 'http://127.0.0.1:3000/x/y', 'x/y', 'none'],
  ['file:///srv/git/two%20words.git', 'file:///srv/git/two%20words.git', 'two words', 'none'],
])('parses %s', (text, canonical, slug, host) => {
  expect(parseAddress(text)).toMatchObject({ canonical, slug, host });
});

it.each([
  '',
  '-u',
  'shop',
  '/srv/git/shop',
  '../shop',
  'https://github.com',
  'https://github.com/',
  'https://user@github.com/a/b',
  'https://user:password@github.com/a/b',
  'https://github.com/a/../b',
  'https://github.com/a/%2e%2e/b',
  'https://github.com/a%2fb',
  'https://github.com/a/%252e/b',
  'https://github.com/a/-b',
  'https://github.com/a/b?x=y',
  'https://github.com/a/b#x',
  'https://github.com/a/b\nx',
  'https://github.com\\a/b',
  'ssh://-oProxyCommand=x/a/b',
  'ext::sh -c x',
  'git://github.com/a/b',
  'javascript:alert(1)',
])('refuses %j', (text) => {
  expect(parseAddress(text)).toHaveProperty('problem');
});

it('never throws, and lets nothing through that Git could take for an option or a command', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl({ withFragments: true, withQueryParameters: true })), (text) => {
      const address = parseAddress(text);
      if ('problem' in address) return;
      expect(address.url).toMatch(/^(?:https?|ssh|file):\/\//);
      expect(address.url).not.toMatch(/\.\.\/|\/-|\s|\\|::|:[^/@]*@/);
    }),
  );
});

it.each(['main', 'release/1.x', 'feature_#12', 'v1.0'])('accepts the branch %s', (name) => {
  expect(isSafeRefName(name)).toBe(true);
});

it.each([
  '',
  '-x',
  '@',
  'a..b',
  'a b',
  'a\nb',
  'a~1',
  'a^',
  'a:b',
  'a?',
  'a*',
  'a[',
  'a\\b',
  '/a',
  'a/',
  'a//b',
  'a.lock',
  '.a',
  'a/.b',
  'a@{1}',
])('refuses the branch %j', (name) => {
  expect(isSafeRefName(name)).toBe(false);
});

it.each(['.github', 'a.b', 'a_b-c', 'A1'])('accepts the name %s', (name) => {
  expect(isSafeHostName(name)).toBe(true);
});

it.each(['', '.', '..', '-a', 'a/b', 'a%2fb', 'a?b', 'a#b', 'a@b', 'a\r\nb', 'a\\b'])('refuses the name %j', (name) => {
  expect(isSafeHostName(name)).toBe(false);
});
