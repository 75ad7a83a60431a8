import { dieAt } from './die-at.ts';
import type { Task } from './run-like-a-build.ts';

/** What a test asks of this process, as JSON in its first argument. */
export interface DeathWish {
  readonly task: Task;
  /** At which change on disk to die; 0: never. */
  readonly change: number;
}

const { task, change }: DeathWish = JSON.parse(process.argv[2] ?? '{}');
const changes = dieAt(change);
// Only now, so that everything it loads sees the disk as it is to be seen.
const { runLikeABuild } = await import('./run-like-a-build.ts');
await runLikeABuild(task);
process.stdout.write(String(changes()));
