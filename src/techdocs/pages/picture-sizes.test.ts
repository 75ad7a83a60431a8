import { expect, it } from 'vitest';
import { placeOfPage } from '../testing/page-place.ts';
import { makePageSafe } from './page-html.ts';
import { pictureSize } from './picture-sizes.ts';

const gif = Buffer.from('R0lGODlhKAAeAIAAAAAAAAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');

it.each([
  ['GIF', gif, { width: 40, height: 30 }],
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"/>'), { width: 20, height: 10 }],
  ['text', Buffer.from('not a picture at all'), undefined],
  ['nothing', Buffer.alloc(0), undefined],
])('tells the size of %s', (_, bytes, size) => {
  expect(pictureSize(bytes)).toEqual(size);
});

it.each([
  ['', 'width="40" height="30"'],
  [' width="80"', 'width="80" height="60"'],
  [' height="15"', 'height="15" width="20"'],
  [' width="50%"', 'width="50%"'],
])('gives a picture with%s the other side in proportion', async (written, attributes) => {
  const place = { ...placeOfPage('guide/setup.md'), pictureSize: () => pictureSize(gif) };
  const { html } = await makePageSafe(`<img src="../../img/a.png"${written}><img src="../../img/a.png">`, place);
  expect(html).toContain(`<img src="../../img/a.png" ${attributes} decoding="async">`);
  expect(html).toContain('width="40" height="30" loading="lazy" decoding="async">');
});
