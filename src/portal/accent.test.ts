import { expect, it } from 'vitest';
import { accentStylesheet, badgeColour, contrast } from './accent.ts';

/** What an accent becomes in both themes: `1` for text, `2` for marks. */
function pairOf(accent: string, token: 1 | 2): readonly [light: string, dark: string] {
  const found = new RegExp(`--cb-accent-${token}:light-dark\\((#[0-9a-f]{6}),(#[0-9a-f]{6})\\)`).exec(
    accentStylesheet(accent),
  );
  return [found?.[1] ?? '', found?.[2] ?? ''];
}

it.each(['#005f9e', '#ffd400', '#ffffff', '#000000', '#ffff00', '#00ff00', '#7fff00', '#c0392b', '#111111', '#808080'])(
  'makes %s readable as text on every paper, on its own tint, where marks stand, and as ground for white text',
  (accent) => {
    const [light, dark] = pairOf(accent, 1);
    const [lightTint, darkTint] = pairOf(accent, 2);
    for (const ground of ['#ffffff', '#efede9', lightTint]) expect(contrast(light, ground)).toBeGreaterThanOrEqual(4.5);
    for (const ground of ['#161310', '#26231e', darkTint]) expect(contrast(dark, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(badgeColour(accent), '#ffffff')).toBeGreaterThanOrEqual(4.5);
  },
);

it('leaves an accent alone that is readable already', () => {
  expect(accentStylesheet('#005f9e')).toContain(':root{--cb-accent-1:light-dark(#005f9e,');
});

it('knows the contrast of black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});
