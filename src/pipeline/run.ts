import { availableParallelism } from 'node:os';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Stage, StageContext, StageResult } from '../diagnostics/stage.ts';

/** What a build tells whoever watches it. */
export type BuildEvent =
  | { readonly type: 'start'; readonly stage: StageName }
  | {
      readonly type: 'progress';
      readonly stage: StageName;
      readonly done: number;
      readonly total: number;
      readonly what?: string;
    }
  | { readonly type: 'end'; readonly stage: StageName; readonly report: StageReport }
  | { readonly type: 'log'; readonly stage: StageName; readonly message: string };

/** The stages of a build, in their order. */
export type StageName = 'crawl' | 'catalog' | 'techdocs' | 'links' | 'pages' | 'pictures' | 'search' | 'manifest';

/** What one stage took. */
export interface StageReport {
  readonly stage: StageName;
  /** Wall time in seconds. */
  readonly seconds: number;
  /** Highest resident memory of this process so far, in bytes. */
  readonly peakMemory: number;
  /** What was made, for people: "18 repositories". */
  readonly summary: string;
  readonly diagnostics: number;
}

/** One run of the pipeline: times its stages, passes their progress on and keeps their diagnostics. */
export class Run {
  readonly reports: StageReport[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #stateFolder: string;
  readonly #signal: AbortSignal;
  readonly #onEvent: (event: BuildEvent) => void;

  constructor(stateFolder: string, signal: AbortSignal, onEvent: (event: BuildEvent) => void) {
    this.#stateFolder = stateFolder;
    this.#signal = signal;
    this.#onEvent = onEvent;
  }

  /** Runs one stage and gives its value; `summarise` says in a few words what was made. */
  async stage<Input, Value>(
    name: StageName,
    stage: Stage<Input, Value>,
    input: Input,
    summarise: (value: Value) => string,
  ): Promise<Value> {
    this.#signal.throwIfAborted();
    const startedAt = performance.now();
    this.#onEvent({ type: 'start', stage: name });
    const { value, diagnostics } = await stage(input, this.#contextOf(name));
    this.diagnostics.push(...diagnostics);
    const report: StageReport = {
      stage: name,
      seconds: (performance.now() - startedAt) / 1000,
      peakMemory: process.resourceUsage().maxRSS * 1024,
      summary: summarise(value),
      diagnostics: diagnostics.length,
    };
    this.reports.push(report);
    this.#onEvent({ type: 'end', stage: name, report });
    return value;
  }

  /** Keeps the diagnostics of what is no stage of its own and gives its value. */
  collect<Value>({ value, diagnostics }: StageResult<Value>): Value {
    this.diagnostics.push(...diagnostics);
    return value;
  }

  /** Takes back diagnostics that a later stage has proved wrong or says better. */
  withdraw(isWithdrawn: (diagnostic: Diagnostic) => boolean): void {
    const kept = this.diagnostics.filter((diagnostic) => !isWithdrawn(diagnostic));
    this.diagnostics.splice(0, this.diagnostics.length, ...kept);
  }

  #contextOf(stage: StageName): StageContext {
    return {
      signal: this.#signal,
      stateFolder: this.#stateFolder,
      concurrency: availableParallelism(),
      progress: (done, total, what) =>
        this.#onEvent({ type: 'progress', stage, done, total, ...(what !== undefined && { what }) }),
      log: (message) => this.#onEvent({ type: 'log', stage, message }),
    };
  }
}
