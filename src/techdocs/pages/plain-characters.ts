import { decodeHTMLStrict } from 'entities';

const named = new Map<string, string | undefined>();

/**
 * Decodes character references that every parser reads alike, in text and in attributes: ending in a semicolon, known, and not one of the
 * numbers that HTML gives another meaning. `undefined` when a text has any other `&`.
 */
export function decodePlain(text: string): string | undefined {
  let plain = true;
  const decoded = text.replace(
    /&(?:#(\d{1,7}|x[\da-f]{1,6});|([a-z][a-z0-9]{1,30};)|(?=[ \n\t]))?/gi,
    (all, number, name, at) => {
      const character =
        number !== undefined
          ? fromNumber(number)
          : name !== undefined
            ? fromName(name)
            : /[ \n\t]/.test(text[at + 1] ?? '')
              ? '&'
              : undefined;
      if (character === undefined) plain = false;
      return character ?? all;
    },
  );
  return plain ? decoded : undefined;
}

function fromName(name: string): string | undefined {
  if (!named.has(name)) {
    const written = `&${name}`;
    const decoded = decodeHTMLStrict(written);
    if (named.size > 5000) named.clear();
    named.set(name, decoded === written ? undefined : decoded);
  }
  return named.get(name);
}

function fromNumber(number: string): string | undefined {
  const code = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number);
  const isPlain = (code >= 0x20 && code <= 0x7e) || code === 9 || code === 10 || (code >= 0xa0 && code <= 0xd7ff);
  const isBeyond =
    (code >= 0xe000 && code <= 0xfffd && (code < 0xfdd0 || code > 0xfdef)) || (code >= 0x1_0000 && code <= 0x1_fffd);
  return isPlain || isBeyond ? String.fromCodePoint(code) : undefined;
}
