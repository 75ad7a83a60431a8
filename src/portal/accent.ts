import { hcl, rgb } from 'd3';

/** The paper that accent text has the least contrast on (`--cb-surface-strong`), in either theme. */
const paper = { light: '#ecebe6', dark: '#26231e' };

/** What a browser may paint around the page: the page's own ground (`--cb-page`), in either theme. */
export const pageColours = { light: '#fdfcfa', dark: '#161310' } as const;

/** What WCAG 2.2 asks of text (1.4.3). */
const enough = 4.5;

/**
 * The owner's accent as custom properties for both themes. Hue and chroma are kept; lightness is moved just far
 * enough for text of that colour to be readable. `accent` is `#rrggbb`.
 */
export function accentStylesheet(accent: string): string {
  const lightTint = tint(accent, 95);
  const darkTint = tint(accent, 18);
  const light = readable(accent, [paper.light, lightTint], -1);
  const dark = readable(accent, [paper.dark, darkTint], 1);
  return `:root{--cb-accent-1:light-dark(${light},${dark});--cb-accent-2:light-dark(${lightTint},${darkTint})}\n`;
}

/** The accent as ground for white text, as `#rrggbb`. */
export function badgeColour(accent: string): string {
  return readable(accent, [paper.light], -1);
}

function readable(accent: string, grounds: readonly string[], step: 1 | -1): string {
  const isEnough = (text: string) => grounds.every((ground) => contrast(text, ground) >= enough);
  const colour = hcl(accent);
  if (Number.isNaN(colour.h)) colour.h = 0;
  // A dark theme wants a lighter accent than contrast alone asks for: saturated mid-tones glare on black.
  if (step === 1) colour.l = Math.max(colour.l, 68);
  while (!isEnough(colour.formatHex()) && colour.l >= 0 && colour.l <= 100) colour.l += step;
  return colour.formatHex();
}

function tint(accent: string, lightness: number): string {
  const colour = hcl(accent);
  return hcl(Number.isNaN(colour.h) ? 0 : colour.h, Math.min(colour.c, lightness > 50 ? 8 : 16), lightness).formatHex();
}

/** Contrast ratio of two colours, 1 … 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const { r, g, b } = rgb(colour);
  const [red, green, blue] = [r, g, b].map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
