import { crc32, deflateSync } from 'node:zlib';

/** Some rows of a picture: four bytes a pixel, row by row. All other rows are paper. */
export interface Band {
  readonly top: number;
  readonly rgba: Uint8Array;
}

/** What a picture is made of. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly paper: Colour;
  /** Five at most. */
  readonly inks: readonly Colour[];
  readonly bands: readonly Band[];
}

/** A colour as `0xrrggbb`. */
export type Colour = number;

/** Sixteen colours, four bits each: the paper, and between it and each of three inks as many steps as smooth edges need. */
const steps = 5;
const channels = (colour: Colour) => [colour >> 16, (colour >> 8) & 255, colour & 255] as const;

/** A PNG with a palette (W3C PNG, third edition): a quarter of the bytes of one with all colours. */
export function palettePng({ width, height, paper, inks, bands }: Picture): Buffer {
  const palette = paletteOf(paper, inks);
  const rowBytes = 1 + width / 2;
  // Every row begins with its filter: none, which is best for a palette. Zero is paper.
  const rows = Buffer.alloc(height * rowBytes);
  const nearest = nearestIn(palette);
  for (const { top, rgba } of bands) fillRows(rows, rgba, { width, rowBytes, top, nearest });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => channels(colour)))),
    chunk('IDAT', deflateSync(rows, { level: 6, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

interface Place {
  readonly width: number;
  readonly rowBytes: number;
  readonly top: number;
  readonly nearest: (colour: Colour) => number;
}

function fillRows(rows: Buffer, rgba: Uint8Array, { width, rowBytes, top, nearest }: Place): void {
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength / 4);
  let [seen, index, to] = [-1, 0, top * rowBytes];
  for (let from = 0; from < words.length; from += 1) {
    const x = from % width;
    if (x === 0) to = (top + from / width) * rowBytes + 1;
    const word = words[from] as number;
    if (word !== seen) {
      seen = word;
      index = nearest(((word & 255) << 16) | (word & 0xff00) | ((word >> 16) & 255));
    }
    if (index !== 0) rows[to + (x >> 1)] = (rows[to + (x >> 1)] as number) | (x % 2 === 0 ? index << 4 : index);
  }
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
