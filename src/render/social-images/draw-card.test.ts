import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { imageSize } from 'image-size';
import { describe, expect, it } from 'vitest';
import { type CardToDraw, drawCard } from './draw-card.ts';

const card: CardToDraw = {
  title: 'Payments API',
  name: 'payments-api',
  line: ['API', 'Payments'],
  portal: 'Northwind',
  glyph: 'api',
  accent: '#005f9e',
};
const long = 'How the orders service decides which warehouse ships an order when several of them could do it. ';

/** Rows of a picture with something on them. */
function inkedRows(png: Buffer): readonly number[] {
  const start = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)));
  return Array.from({ length: 630 }, (_, row) => row).filter((row) =>
    rows.subarray(row * 601 + 1, (row + 1) * 601).some((byte) => byte !== 0),
  );
}
const digest = (one: CardToDraw) => createHash('sha256').update(drawCard(one)).digest('hex');

describe('the picture of a page', () => {
  it.each<[string, Partial<CardToDraw>]>([
    ['a short title', {}],
    ['a long one', { title: long.repeat(20), line: [long.repeat(20), long] }],
    ['one word without end', { title: 'w'.repeat(3000) }],
    ['other scripts', { title: 'Запуск Ελληνικά Việt Łódź' }],
    [
      'markup',
      { title: '</path></svg><script>alert(1)</script>&<!--', line: ['"><image href="file:///etc/passwd"/>'] },
    ],
    ['control characters', { title: '\u0000\u001b[31m\u202eabc\ud800', name: 'x' }],
    ['nothing at all', { title: '', name: '', line: [], portal: '' }],
  ])('with %s is 1200 × 630 pixels, in less than 40 kB', (_, what) => {
    const png = drawCard({ ...card, ...what });
    expect(imageSize(png)).toMatchObject({ width: 1200, height: 630, type: 'png' });
    expect(png.length).toBeLessThan(40_000);
    // Nothing is drawn over the edge: the space above the head, and below the last line.
    const rows = inkedRows(png);
    expect(rows.filter((row) => (row > 12 && row < 60) || row > 580)).toEqual([]);
  });

  it('says what it was given: another title, owner, glyph, name or accent is another picture', () => {
    const pictures = [
      card,
      { ...card, title: 'Payments APIs' },
      { ...card, line: ['API'] },
      { ...card, glyph: 'component' },
      { ...card, portal: 'Southwind' },
      { ...card, accent: '#7a2b00' },
    ] satisfies CardToDraw[];
    expect(new Set(pictures.map(digest)).size).toBe(pictures.length);
    expect(digest(card)).toBe(digest({ ...card }));
  });

  it('shows the name where the title is in a script that the portal brings no letters for', () => {
    const named = digest({ ...card, title: 'payments-api' });
    expect(digest({ ...card, title: '支払いサービス' })).toBe(named);
    expect(digest({ ...card, title: 'خدمة الدفع' })).toBe(named);
    expect(digest({ ...card, title: '支払い', name: '支払い' })).toBe(digest({ ...card, title: 'Callboard' }));
  });

  it('leaves pictures in titles out, and facts that cannot be written', () => {
    expect(digest({ ...card, title: '🚀 Payments API ✨' })).toBe(digest(card));
    expect(digest({ ...card, line: ['API', '決済チーム', 'Payments'] })).toBe(digest(card));
  });
});
