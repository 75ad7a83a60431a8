import { renameSync, writeFileSync, writeSync } from 'node:fs';
import files, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Counts everything that this process changes on disk and kills it at the n-th, counted from 1: a file that is being written
 * holds half of it then, what is renamed has one name or the other. Gives back how many there were so far.
 */
export function dieAt(change: number): () => number {
  const { writeFile, rename, mkdir, rm, open } = files;
  let changes = 0;
  const count = (halfway: () => void) => {
    changes += 1;
    if (changes !== change) return;
    halfway();
    process.kill(process.pid, 'SIGKILL');
  };
  const dieInHandle = (handle: FileHandle): FileHandle => {
    const whole = handle.writeFile.bind(handle);
    handle.writeFile = (data, ...rest) => {
      count(() => writeSync(handle.fd, halfOf(data)));
      return whole(data, ...rest);
    };
    return handle;
  };
  Object.assign(files, {
    writeFile: (...args: Parameters<typeof writeFile>) => {
      count(() => typeof args[0] === 'string' && writeFileSync(args[0], halfOf(args[1])));
      return writeFile(...args);
    },
    rename: (...args: Parameters<typeof rename>) => {
      count(() => changes % 2 === 0 && renameSync(...args));
      return rename(...args);
    },
    mkdir: (...args: Parameters<typeof mkdir>) => {
      count(() => {});
      return mkdir(...args);
    },
    rm: (...args: Parameters<typeof rm>) => {
      count(() => {});
      return rm(...args);
    },
    open: async (...args: Parameters<typeof open>) => dieInHandle(await open(...args)),
  });
  syncBuiltinESMExports();
  return () => changes;
}

function halfOf(data: unknown): Uint8Array {
  const bytes = typeof data === 'string' || data instanceof Uint8Array ? Buffer.from(data) : Buffer.alloc(0);
  return bytes.subarray(0, bytes.length / 2);
}
