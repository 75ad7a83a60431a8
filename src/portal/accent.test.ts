import { expect, it } from 'vitest';
import { accentStylesheet, contrast } from './accent.ts';

const hex = /--cb-accent-1:(#[0-9a-f]{6})/g;

it.each(['#005f9e', '#ffd400', '#ffffff', '#000000', '#7fff00', '#c0392b', '#111111', '#808080'])(
  'makes %s readable as text on both papers',
  (accent) => {
    const [light, dark] = [...accentStylesheet(accent).matchAll(hex)].map((match) => match[1] as string) as [
      string,
      string,
    ];
    expect(contrast(light, '#f6f5f2')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark, '#26231e')).toBeGreaterThanOrEqual(4.5);
  },
);

it('leaves an accent alone that is readable already', () => {
  expect(accentStylesheet('#005f9e')).toContain(':root{--cb-accent-1:#005f9e');
});

it('knows the contrast of black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});
