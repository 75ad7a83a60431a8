import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { pageColours } from '../portal/accent.ts';
import type { Portal } from '../portal/assemble-portal.ts';
import { iconPath, markPicture, touchIconPath } from '../portal/icons.ts';
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
  const touchIcon = source && type ? await squareIcon(await readFile(source), type) : undefined;
  await output.write(touchIconPath, touchIcon ?? (await squareIcon(Buffer.from(mark), 'image/svg+xml')) ?? '');
}

/** A picture in the middle of a square of the page's ground, as home screens want it; `undefined`: it cannot be drawn. */
async function squareIcon(picture: Buffer, type: string): Promise<Buffer | undefined> {
  const { Resvg } = await import('@resvg/resvg-js');
  const href = `data:${type};base64,${picture.toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="180" height="180"><path fill="${pageColours.light}" d="M0 0h180v180H0z"/><image x="18" y="18" width="144" height="144" href="${href}"/></svg>`;
  try {
    return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
  } catch {
    return undefined;
  }
}
