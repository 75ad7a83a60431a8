import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, wordsOf } from './fold.ts';
import { cutAt } from './highlight.ts';
import { found, matchWord } from './match-word.ts';

const match = (query: string, text: string): number => matchWord(wordsOf(query)[0] ?? fold(''), fold(text));

describe('fold', () => {
  it.each([
    ['OrdersService', 'ordersservice', [0, 6]],
    ['orders.v2/lines', 'ordersv2lines', [0, 6, 8]],
    ['HTTPServer', 'httpserver', [0, 4]],
    ['Inès Møller', 'inesmøller', [0, 4]],
    ['@scope/core-api', 'scopecoreapi', [0, 5, 9]],
    ['订单 服务', '订单服务', [0, 2]],
    ['👩‍💻 <img src=x>', 'imgsrcx', [0, 3, 6]],
    ['', '', []],
  ] as const)('%s', (text, letters, starts) => {
    expect(fold(text)).toMatchObject({ letters, starts });
  });

  it('never fails and knows where each letter comes from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const origins: number[] = [];
        const { letters, starts } = fold(text, origins);
        expect(origins.length).toBe(letters.length);
        expect(starts.every((start) => start >= 0 && start < letters.length)).toBe(true);
        expect(cutAt(text, wordsOf(text)).join('')).toBe(text);
      }),
    );
  });
});

describe('matchWord', () => {
  it.each([
    ['orders', 'orders', found.whole],
    ['ord', 'orders-service', found.beginning],
    ['service', 'orders-service', found.word],
    ['serv', 'OrdersService', found.wordStart],
    ['os', 'orders-service', found.pieces],
    ['os', 'orders-service-api', found.pieces - 1],
    ['heckou', 'checkout-web', found.inside],
    ['chekout', 'checkout', found.pieces - 1],
    ['checkuot', 'checkout-web', found.slip],
    ['xcheckout', 'web-checkout', found.slip],
    ['cgeckout', 'web-checkout', found.slip],
    ['chxckoxt', 'web-checkout', 0],
    ['cat', 'car', 0],
    ['orderz', 'orders-service', found.slip],
    ['orderz', 'orderly-service', 0],
  ] as const)('%s in %s', (query, text, score) => {
    expect(match(query, text)).toBe(score);
  });

  it('finds the beginnings of sub-words, and those with less left out better', () => {
    expect(match('ordsvc', 'orders-service')).toBeGreaterThan(match('ordsvc', 'orders-big-service'));
  });

  it('finds every word with one letter wrong, missing, too much or swapped', () => {
    const word = fc.stringMatching(/^[a-z]{5,12}$/);
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('wrong', 'missing', 'more', 'swapped'), (text, seed, how) => {
        const at = seed % (text.length - 1);
        const [before, rest] = [text.slice(0, at), text.slice(at)];
        const slips = {
          wrong: `${before}q${rest.slice(1)}`,
          missing: before + rest.slice(1),
          more: `${before}q${rest}`,
          swapped: `${before}${rest.charAt(1)}${rest.charAt(0)}${rest.slice(2)}`,
        };
        expect(match(slips[how], `web-${text}`)).toBeGreaterThan(0);
      }),
    );
  });

  it('gives up on names made to take long', () => {
    const name = fold('a-'.repeat(60));
    for (const query of ['a'.repeat(40), `${'a'.repeat(39)}b`, 'ab'.repeat(20)]) expect(match(query, 'b')).toBe(0);
    expect(matchWord(wordsOf(`${'a'.repeat(39)}b`)[0] ?? name, name)).toBeLessThan(found.pieces);
  });
});

describe('highlights', () => {
  it.each([
    ['orders-service', 'ordsvc', ['', 'ord', 'ers-', 's', 'er', 'v', 'i', 'c', 'e']],
    ['checkout-web', 'chekout', ['', 'che', 'c', 'kout', '-web']],
    ['checkout-web', 'checkuot', ['', 'checkout', '-web']],
    ['Inès Moreau', 'ines', ['', 'Inès', ' Moreau']],
    ['<b>x</b>', 'b', ['<', 'b', '>x</b>']],
    ['nothing', 'zzz', ['nothing']],
  ] as const)('%s for %s', (text, query, parts) => {
    expect(cutAt(text, wordsOf(query))).toEqual(parts);
  });
});
