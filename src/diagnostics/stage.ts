import type { Diagnostic } from './diagnostic.ts';

/** What every stage gives back: its value, and the problems it met on the way. */
export interface StageResult<Value> {
  readonly value: Value;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a stage may use of the run it is part of. Made by the pipeline, one per stage. */
export interface StageContext {
  /** Aborted when the run is cancelled; long work checks it. */
  readonly signal: AbortSignal;
  /** Absolute path of `.callboard/`, where caches and state live. */
  readonly stateFolder: string;
  /** How many things to do at once on this machine. */
  readonly concurrency: number;
  /** Says how far the stage is; `total` may grow. Cheap: may be called for every item. */
  readonly progress: (done: number, total: number, what?: string) => void;
  /** A line for `--verbose`. Never a secret. */
  readonly log: (message: string) => void;
}

/** One step of the build. Inputs are read-only; whatever goes wrong in content is a diagnostic. */
export type Stage<Input, Value> = (
  input: Input,
  context: StageContext,
) => StageResult<Value> | Promise<StageResult<Value>>;
