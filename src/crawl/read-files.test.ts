import { describe, expect, it } from 'vitest';
import { describeBlob } from './read-files.ts';

describe('text of a repository', () => {
  it.each([
    ['Latin-1', [0x63, 0x61, 0x66, 0xe9]],
    ['a cut character', [0x61, 0xe2, 0x82]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00]],
    ['a byte above the last character', [0xf4, 0x90, 0x80, 0x80]],
  ])('is refused when it holds %s', (_name, bytes) => {
    expect(describeBlob(Buffer.from(bytes), { text: true })).toEqual({ size: bytes.length, flaw: 'not-utf8' });
  });

  it('may begin with one byte order mark, which is no part of it', () => {
    const mark = [0xef, 0xbb, 0xbf];
    expect(describeBlob(Buffer.from([...mark, 0x61]), { text: true })).toEqual({ size: 4, text: 'a' });
    expect(describeBlob(Buffer.from([...mark, ...mark, 0x61]), { text: true })).toEqual({ size: 7, text: '\uFEFFa' });
  });
});
