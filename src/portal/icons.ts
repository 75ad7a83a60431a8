import { badgeColour, pageColours } from './accent.ts';
import type { Portal } from './assemble-portal.ts';
import { markSymbol } from './views/kind-symbols.ts';

/** Path of the icon for home screens, a PNG of 180 pixels. */
export const touchIconPath = 'assets/icon-180.png';

/** Pictures of the installed portal, PNG. `maskable`: devices cut a shape of their own out of it. Sizes in pixels. */
export const installIcons = [
  { path: 'assets/icon-192.png', size: 192, purpose: 'any' },
  { path: 'assets/icon-512.png', size: 512, purpose: 'any' },
  { path: 'assets/icon-maskable-512.png', size: 512, purpose: 'maskable' },
] as const;

/** Path of the picture for tabs and bookmarks: the owner's, else the logo, else Callboard's mark. */
export function iconPath({ favicon, logoPath }: Pick<Portal, 'favicon' | 'logoPath'>): string {
  return favicon ?? logoPath ?? 'assets/icon.svg';
}

/** Callboard's mark as a picture of its own, in a colour that can be seen on any ground. */
export function markPicture(accent: string): string {
  const paint = `fill="${pageColours.light}" stroke="${badgeColour(accent)}" stroke-width="1.8"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><g ${paint} stroke-linejoin="round" stroke-linecap="round">${markSymbol}</g></svg>\n`;
}
