import { publishTo } from '../publish/apply.ts';
import { openStore } from '../publish/stores/open-store.ts';
import type { Store } from '../publish/stores/store.ts';

/** What the test asks of this process, as JSON in its first argument. */
export interface DeathWish {
  readonly folder: string;
  readonly target: Parameters<typeof openStore>[0];
  /** Which change to the store, counted from 1, to die in the middle of. */
  readonly change: number;
  /** How long that change may go on first. */
  readonly milliseconds: number;
}

/** Kills this process while the store is in the middle of its n-th change. */
function dieDuring(store: Store, { change, milliseconds }: DeathWish): Store {
  let changes = 0;
  const count = () => {
    if (++changes === change) setTimeout(() => process.kill(process.pid, 'SIGKILL'), milliseconds);
  };
  return {
    concurrency: store.concurrency,
    describe: () => store.describe(),
    read: (key) => store.read(key),
    put: (entry, content) => {
      count();
      return store.put(entry, content);
    },
    delete: (keys) => {
      count();
      return store.delete(keys);
    },
    close: () => store.close(),
  };
}

const wish: DeathWish = JSON.parse(process.argv[2] ?? '{}');
const signal = new AbortController().signal;
const store = await openStore(wish.target, signal);
await publishTo(
  dieDuring(store, wish),
  { folder: wish.folder, dryRun: false },
  { signal, progress: () => undefined, log: () => undefined },
);
