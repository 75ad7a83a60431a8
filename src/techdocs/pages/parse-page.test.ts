import { expect, it } from 'vitest';
import { placeOfPage } from '../testing/page-place.ts';
import { makePageSafe } from './page-html.ts';
import { PageTooHard } from './parse-page.ts';

const safe = (html: string) => makePageSafe(html, placeOfPage('guide/setup.md'));
const many = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join('');

it.each([
  ['elements in elements', '<div>'.repeat(100_000), 'nests too deep'],
  [
    'formatting that is opened again and again',
    many(3000, (i) => `<b id=${i}><p>`),
    '(?:nests too deep|out of bounds)',
  ],
])('gives up on %s, and says why', async (_, html, reason) => {
  await expect(safe(html)).rejects.toThrow(PageTooHard);
  await expect(safe(html)).rejects.toThrow(new RegExp(reason));
});

it('reads what is only large: 100,000 attributes, long values, many elements side by side', async () => {
  const attributes = many(100_000, (i) => ` a${i}=1`);
  expect((await safe(`<p${attributes} title="x">a</p>`)).html).toBe('<p title="x">a</p>');
  expect(
    (await safe(`<p title="${'x'.repeat(1_000_000)}" class="${'note '.repeat(200_000)}">a</p>`)).html.length,
  ).toBeLessThan(5000);
  expect((await safe('<b>x</b>'.repeat(100_000))).html.length).toBe(800_000);
});

it('keeps a list of 400 levels', async () => {
  const html = `${'<ul><li>'.repeat(400)}x${'</li></ul>'.repeat(400)}`;
  expect((await safe(html)).html).toBe(html);
});
