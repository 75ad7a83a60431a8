import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CardToDraw } from './draw-card.ts';

const end = Buffer.from('IEND\xae\x42\x60\x82', 'latin1');

/** Pictures that earlier builds drew, by what is on them and how it is drawn. */
export class ImageCache {
  readonly #folder: string;
  readonly #tools: string;
  readonly #used = new Set<string>();

  private constructor(folder: string, tools: string) {
    this.#folder = folder;
    this.#tools = tools;
  }

  /** Opens the cache in a folder, which need not exist. */
  static async open(folder: string): Promise<ImageCache> {
    await mkdir(folder, { recursive: true });
    return new ImageCache(folder, await digestTools());
  }

  /** Name of a card's picture: the same for the same card, drawn by the same code. */
  nameOf(card: CardToDraw): string {
    const { title, name, line, portal, glyph, accent } = card;
    const inputs = JSON.stringify([this.#tools, title, name, line, portal, glyph, accent]);
    const picture = `${createHash('sha256').update(inputs).digest('hex').slice(0, 40)}.png`;
    this.#used.add(picture);
    return picture;
  }

  /** A picture as it was drawn; `undefined`: there is none, or it is not whole. Links are not followed. */
  async read(name: string): Promise<Buffer | undefined> {
    const file = await open(
      join(this.#folder, name),
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    ).catch(() => undefined);
    if (!file) return undefined;
    try {
      const image = await file.readFile();
      return image.subarray(-end.length).equals(end) ? image : undefined;
    } catch {
      return undefined;
    } finally {
      await file.close();
    }
  }

  /** Keeps a picture for the next build. What cannot be kept is drawn again. */
  async keep(name: string, image: Uint8Array): Promise<void> {
    const temporary = join(this.#folder, `${name}.${process.pid}`);
    await writeFile(temporary, image)
      .then(() => rename(temporary, join(this.#folder, name)))
      .catch(() => rm(temporary, { recursive: true, force: true }).catch(() => {}));
  }

  /** Deletes what this build did not use. */
  async sweep(): Promise<void> {
    const surplus = (await readdir(this.#folder)).filter((name) => !this.#used.has(name));
    await Promise.all(surplus.map((name) => rm(join(this.#folder, name), { recursive: true, force: true })));
  }
}

/** What decides how a card looks beside what is on it: the code that draws. */
async function digestTools(): Promise<string> {
  const hash = createHash('sha256').update(process.versions.zlib);
  for (const name of (await readdir(import.meta.dirname)).sort()) {
    if (!name.includes('.test.')) hash.update(await readFile(join(import.meta.dirname, name)));
  }
  return hash.digest('hex');
}
