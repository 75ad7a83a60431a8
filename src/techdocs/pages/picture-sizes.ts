import { closeSync, openSync, readSync } from 'node:fs';
import { disableTypes, imageSize, types } from 'image-size';

/** Width and height in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const wanted: ReadonlySet<string> = new Set(['png', 'jpg', 'gif', 'webp', 'heif', 'svg']);
disableTypes(types.filter((type) => !wanted.has(type)));
/** Where a picture's size stands, also behind a long colour profile or preview. */
const longestHead = 512 * 1024;
const largestSide = 50_000;

/** Reads a picture's size from the start of its file; `undefined` when it cannot be told. */
export function readPictureSize(file: string): PictureSize | undefined {
  const head = Buffer.allocUnsafe(longestHead);
  try {
    const descriptor = openSync(file, 'r');
    try {
      return pictureSize(head.subarray(0, readSync(descriptor, head, 0, longestHead, 0)));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/** A picture's size by its first bytes; `undefined` when it cannot be told. */
export function pictureSize(head: Uint8Array): PictureSize | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(head);
    // Cameras note that a photograph lies on its side; browsers turn it.
    const [across, down] = orientation >= 5 ? [height, width] : [width, height];
    const isSize = [across, down].every((side) => side >= 1 && side <= largestSide);
    return isSize ? { width: Math.round(across), height: Math.round(down) } : undefined;
  } catch {
    return undefined;
  }
}
