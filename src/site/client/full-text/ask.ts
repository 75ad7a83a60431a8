import { searchPagesFile } from '../../../portal/views/search-pages.ts';
import type { Answer, Question } from './answer.ts';
import type { Place, Reply } from './worker.ts';

/** Asks the search engine; the answer to a question that was overtaken by a later one is `undefined`. */
export type Ask = (question: Question) => Promise<Answer | undefined>;

interface Waiting {
  readonly question: Question;
  readonly settle: (answer: Answer | undefined) => void;
  readonly fail: (error: Error) => void;
}

/**
 * Starts the engine beside the page. One question is worked on at a time, and of those that come meanwhile only the last
 * is asked. Fails when the index cannot be loaded; then the next question starts anew.
 */
export const startAsking = (index: string, base: string): Ask => {
  let worker: Worker | undefined;
  let current: Waiting | undefined;
  let next: Waiting | undefined;

  const send = (waiting: Waiting): void => {
    current = waiting;
    worker ??= start();
    worker.postMessage(waiting.question);
  };
  const fail = (): void => {
    worker?.terminate();
    worker = undefined;
    const failed = [current, next];
    current = undefined;
    next = undefined;
    for (const waiting of failed) waiting?.fail(new Error('The search index could not be loaded.'));
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const place: Place = { index, pages: new URL(searchPagesFile, index).href, base };
    started.postMessage(place);
    started.addEventListener('error', fail);
    started.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if (!data.answer) return fail();
      const [answered, waiting] = [current, next];
      current = undefined;
      next = undefined;
      answered?.settle(waiting ? undefined : data.answer);
      if (waiting) send(waiting);
    });
    return started;
  };
  worker = start();
  return (question) =>
    new Promise((settle, fail) => {
      const waiting: Waiting = { question, settle, fail };
      next?.settle(undefined);
      if (current) next = waiting;
      else send(waiting);
    });
};
