import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import pMap from 'p-map';
import { CallboardError } from '../../diagnostics/callboard-error.ts';
import type { Stage } from '../../diagnostics/stage.ts';
import type { SocialCard } from '../../portal/views/social-card.ts';
import type { OutputFolder } from '../output-folder.ts';
import type { CardToDraw } from './draw-card.ts';
import { ImageCache } from './image-cache.ts';

/** Which pictures are wanted. */
export interface CardsToDraw {
  /** Those with the same file are the same. */
  readonly cards: readonly SocialCard[];
  /** `#rrggbb`, readable on paper. */
  readonly accent: string;
  readonly output: OutputFolder;
}

/** What became of them. */
export interface DrawnCards {
  readonly images: number;
  /** Of them, those that no earlier build had drawn. */
  readonly drawn: number;
}

/** Fewer are drawn before a thread has started. */
const worthThreads = 24;
const workerFile = new URL(`./draw-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

/** Draws the pictures that other sites show with links to the portal. What an earlier build drew is taken as it is. */
export const drawCards: Stage<CardsToDraw, DrawnCards> = async ({ cards, accent, output }, context) => {
  const cache = await ImageCache.open(join(context.stateFolder, 'social-images'));
  const byFile = new Map(cards.map((card) => [card.file, { ...card, accent }]));
  const missing = new Map<string, { readonly card: CardToDraw; readonly files: string[] }>();
  await pMap(
    byFile.values(),
    async (card) => {
      const name = cache.nameOf(card);
      const image = await cache.read(name);
      if (image) await output.write(card.file, image);
      else missing.set(name, { card, files: [...(missing.get(name)?.files ?? []), card.file] });
    },
    { concurrency: 16 },
  );
  let done = 0;
  const threads = missing.size < worthThreads ? 0 : Math.min(context.concurrency, missing.size);
  await drawEach([...missing], { threads, signal: context.signal }, async ([name, { files }], image) => {
    await Promise.all(files.map((file) => output.write(file, image)));
    await cache.keep(name, image);
    done += 1;
    context.progress(done, missing.size, files[0] ?? '');
  });
  await cache.sweep();
  return { value: { images: byFile.size, drawn: missing.size }, diagnostics: [] };
};

type Missing = readonly [name: string, what: { readonly card: CardToDraw; readonly files: readonly string[] }];

async function drawEach(
  all: readonly Missing[],
  { threads, signal }: { readonly threads: number; readonly signal: AbortSignal },
  finish: (missing: Missing, image: Uint8Array) => Promise<void>,
): Promise<void> {
  const workers = Array.from({ length: threads }, () => new Worker(workerFile, { env: {}, execArgv: [] }));
  const left = all.values();
  const work = async (draw: (card: CardToDraw) => Promise<Uint8Array> | Uint8Array) => {
    for (const missing of left) {
      signal.throwIfAborted();
      await finish(missing, await draw(missing[1].card));
    }
  };
  try {
    if (workers.length === 0 && all.length > 0) await work((await import('./draw-card.ts')).drawCard);
    else
      await Promise.all(
        workers.map((worker) =>
          work(async ({ title, name, line, portal, glyph, accent }) => {
            const answer = once(worker, 'message');
            worker.postMessage({ title, name, line, portal, glyph, accent });
            return ((await answer) as [Uint8Array])[0];
          }),
        ),
      );
  } catch (cause) {
    signal.throwIfAborted();
    throw new CallboardError(
      'social-image-not-drawn',
      `A picture for links to the portal could not be drawn: ${(cause as Error).message}`,
      'Write `socialImages: none` below `portal` in callboard.yaml to build without these pictures, and please report it.',
      { cause },
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
