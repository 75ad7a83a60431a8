import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { pageColours } from '../portal/accent.ts';
import type { Portal } from '../portal/assemble-portal.ts';
import { iconPath, installIcons, markPicture, touchIconPath } from '../portal/icons.ts';
import type { OutputFolder } from './output-folder.ts';

/** Absolute paths of the owner's pictures, where there are any. */
export interface OwnersPictures {
  readonly logo?: string;
  readonly favicon?: string;
}

const drawable: Readonly<Record<string, string>> = { '.svg': 'image/svg+xml', '.png': 'image/png' };

/** Path of a picture of the owner's inside the portal. */
export function picturePath(role: 'logo' | 'icon', file: string): string {
  return `assets/${role}${extname(file).toLowerCase()}`;
}

/** Writes the logo and the icons: for tabs as the owner made it, for home screens as a PNG. */
export async function writePictures(
  portal: Portal,
  { logo, favicon }: OwnersPictures,
  output: OutputFolder,
): Promise<void> {
  const mark = markPicture(portal.config.accent);
  if (logo && portal.logoPath) await output.copy(logo, portal.logoPath);
  if (favicon && portal.favicon) await output.copy(favicon, portal.favicon);
  if (!favicon && !logo) await output.write(iconPath(portal), mark);
  const source = [favicon, logo].find((file) => file && extname(file).toLowerCase() in drawable);
  const type = source && drawable[extname(source).toLowerCase()];
  const picture = source && type ? { bytes: await readFile(source), type } : undefined;
  const ofMark = { bytes: Buffer.from(mark), type: 'image/svg+xml' };
  for (const { path, size, purpose } of [{ path: touchIconPath, size: 180, purpose: 'any' }, ...installIcons]) {
    // Of what devices cut, a circle of four fifths is sure to stay.
    const inset = Math.round(size * (purpose === 'maskable' ? 0.22 : 0.1));
    const icon = picture && (await squareIcon(picture, size, inset));
    await output.write(path, icon ?? (await squareIcon(ofMark, size, inset)) ?? '');
  }
}

interface Picture {
  readonly bytes: Buffer;
  /** Media type. */
  readonly type: string;
}

/** A picture in the middle of a square of the page's ground, as home screens want it; `undefined`: it cannot be drawn. */
async function squareIcon({ bytes, type }: Picture, size: number, inset: number): Promise<Buffer | undefined> {
  const { Resvg } = await import('@resvg/resvg-js');
  const href = `data:${type};base64,${bytes.toString('base64')}`;
  const inner = size - 2 * inset;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><path fill="${pageColours.light}" d="M0 0h${size}v${size}H0z"/><image x="${inset}" y="${inset}" width="${inner}" height="${inner}" href="${href}"/></svg>`;
  try {
    return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
  } catch {
    return undefined;
  }
}
