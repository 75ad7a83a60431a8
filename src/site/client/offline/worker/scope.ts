/** An event whose work the browser waits for. */
interface WorkerEvent {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

/** A request of a page, to be answered or left to the browser. */
export interface AskedEvent extends WorkerEvent {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  readonly respondWith: (answer: Promise<Response>) => void;
}

/** What a page tells the worker. */
export interface ToldEvent extends WorkerEvent {
  readonly data: unknown;
}

interface WorkerEvents {
  readonly install: WorkerEvent;
  readonly activate: WorkerEvent;
  readonly fetch: AskedEvent;
  readonly message: ToldEvent;
}

/** The parts of `ServiceWorkerGlobalScope` that are used; TypeScript has it only for projects that are workers as a whole. */
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    readonly claim: () => Promise<void>;
    readonly matchAll: (options: {
      readonly type: 'window';
      readonly includeUncontrolled: true;
    }) => Promise<readonly { readonly url: string }[]>;
  };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: <Name extends keyof WorkerEvents>(
    name: Name,
    listener: (event: WorkerEvents[Name]) => void,
  ) => void;
}

/** The service worker itself. */
export const worker = globalThis as unknown as WorkerScope;

/** Base path of the portal: the worker's scope. */
export const base = new URL(worker.registration.scope).pathname;
