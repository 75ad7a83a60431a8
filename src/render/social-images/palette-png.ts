import { crc32, deflateSync } from 'node:zlib';

/** Pixels, four bytes each, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** A colour as `0xrrggbb`. */
export type Colour = number;

const steps = 24;
const channels = (colour: Colour) => [colour >> 16, (colour >> 8) & 255, colour & 255] as const;

/**
 * A PNG with a palette (W3C PNG, third edition): the paper, and between it and each ink as many steps as smooth edges need. A
 * third of the bytes of one with all colours.
 */
export function palettePng({ width, height, rgba }: Pixels, paper: Colour, inks: readonly Colour[]): Buffer {
  const palette = paletteOf(paper, inks);
  const nearest = nearestIn(palette);
  const rows = Buffer.alloc(height * (width + 1));
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
  let [seen, index] = [-1, 0];
  for (let y = 0, from = 0, to = 0; y < height; y += 1) {
    // Every row begins with its filter: none, which is best for a palette.
    to += 1;
    for (let x = 0; x < width; x += 1) {
      const word = words[from++] as number;
      if (word !== seen) {
        seen = word;
        index = nearest(((word & 255) << 16) | (word & 0xff00) | ((word >> 16) & 255));
      }
      rows[to++] = index;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => channels(colour)))),
    chunk('IDAT', deflateSync(rows, { level: 6, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function paletteOf(paper: Colour, inks: readonly Colour[]): readonly Colour[] {
  const from = channels(paper);
  const mixed = inks.flatMap((ink) => {
    const to = channels(ink);
    return Array.from({ length: steps }, (_, step) => {
      const [red, green, blue] = from.map((value, at) =>
        Math.round(value + (((to[at] as number) - value) * (step + 1)) / steps),
      ) as [number, number, number];
      return (red << 16) | (green << 8) | blue;
    });
  });
  return [paper, ...mixed];
}

function nearestIn(palette: readonly Colour[]): (colour: Colour) => number {
  const known = new Map<Colour, number>();
  const distance = (one: Colour, other: Colour) =>
    channels(one).reduce((sum, value, at) => sum + (value - (channels(other)[at] as number)) ** 2, 0);
  return (colour) => {
    let index = known.get(colour);
    if (index === undefined) {
      index = palette.reduce(
        (best, candidate, at) => (distance(colour, candidate) < distance(colour, palette[best] as Colour) ? at : best),
        0,
      );
      known.set(colour, index);
    }
    return index;
  };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
