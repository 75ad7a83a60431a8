// Search beside the page, whose typing it never holds up.
import type { SearchPages } from '../../../portal/views/search-pages.ts';
import { type Answer, type Question, startAnswering } from './answer.ts';
import { loadEngine } from './engine.ts';

/** The first message to the worker: where the index is. Each later one is a `Question`, and is answered by a `Reply`. */
export interface Place {
  /** URL of the folder. */
  readonly index: string;
  /** URL of the table of pages. */
  readonly pages: string;
  /** Base path of the portal. */
  readonly base: string;
}

/** What comes back; without an answer, the index could not be loaded. */
export interface Reply {
  readonly answer?: Answer;
}

const readPages = async (url: string): Promise<SearchPages> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
};

const open = async ({ index, pages, base }: Place): Promise<(question: Question) => Promise<Answer>> => {
  const [engine, table] = await Promise.all([loadEngine(index, base), readPages(pages)]);
  return startAnswering(engine, table, base);
};

let answering: ReturnType<typeof open> | undefined;
addEventListener('message', ({ data }: MessageEvent<Place | Question>) => {
  if ('index' in data) {
    answering = open(data);
    answering.catch(() => undefined);
    return;
  }
  answering
    ?.then((answer) => answer(data))
    .then(
      (answer): Reply => ({ answer }),
      (): Reply => ({}),
    )
    .then((reply) => postMessage(reply));
});
