import { expect, it } from 'vitest';
import { accentStylesheet, badgeColour, contrast } from './accent.ts';

const hex = /--cb-accent-1:(#[0-9a-f]{6})/g;

it.each(['#005f9e', '#ffd400', '#ffffff', '#000000', '#7fff00', '#c0392b', '#111111', '#808080'])(
  'makes %s readable as text on both papers',
  (accent) => {
    const [light, dark] = [...accentStylesheet(accent).matchAll(hex)].map((match) => match[1] as string) as [
      string,
      string,
    ];
    expect(contrast(light, '#efede9')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark, '#26231e')).toBeGreaterThanOrEqual(4.5);
  },
);

it.each(['#ffd400', '#ffffff', '#000000', '#ffff00', '#00ff00', '#808080'])(
  'makes %s readable on its own tint, where marks stand, and as ground for white text',
  (accent) => {
    const css = accentStylesheet(accent);
    const all = (name: string) => [...css.matchAll(new RegExp(`--cb-accent-${name}:(#[0-9a-f]{6})`, 'g'))];
    const [text, tint] = [all('1'), all('2')].map((found) => found.map((match) => match[1] as string)) as [
      string[],
      string[],
    ];
    expect(text).toHaveLength(3);
    for (const [index, colour] of text.entries()) {
      expect(contrast(colour, tint[index] as string)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(badgeColour(accent), '#ffffff')).toBeGreaterThanOrEqual(4.5);
  },
);

it('leaves an accent alone that is readable already', () => {
  expect(accentStylesheet('#005f9e')).toContain(':root{--cb-accent-1:#005f9e');
});

it('knows the contrast of black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});
