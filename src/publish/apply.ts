import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import type { PublishTargetConfig } from '../config/config.ts';
import { CallboardError } from '../diagnostics/callboard-error.ts';
import type { StageContext } from '../diagnostics/stage.ts';
import { cachePolicyOf } from './cache-policy.ts';
import { contentTypeOf } from './content-type.ts';
import { type Manifest, type ManifestEntry, makeManifest, manifestKey, serialiseManifest } from './manifest.ts';
import { type PublishPlan, planPublish } from './plan.ts';
import { readCurrentManifest } from './read-current-manifest.ts';
import { refuseIncomplete } from './refuse-incomplete.ts';
import { openStore } from './stores/open-store.ts';
import type { Store } from './stores/store.ts';
import { readVerifiedRelease } from './verify-release.ts';

/** What is to be published where. */
export interface PublishInput {
  /** Absolute path of a build's output. */
  readonly folder: string;
  readonly target: PublishTargetConfig;
  /** Say what would happen, change nothing. */
  readonly dryRun: boolean;
  /** Publish a first release that is not whole even over a site that has something. */
  readonly allowIncomplete?: boolean;
}

/** What a publish did, or in a dry run would do. */
export interface PublishReport {
  /** The target's name for people. */
  readonly target: string;
  readonly dryRun: boolean;
  readonly uploaded: number;
  readonly deleted: number;
  readonly unchanged: number;
  /** Uploaded. */
  readonly bytes: number;
  /** Sentences for people; nothing that stops a publish. */
  readonly warnings: readonly string[];
  readonly plan: PublishPlan;
}

type ApplyContext = Pick<StageContext, 'signal' | 'progress' | 'log'>;

/** Above this many bytes files go up one after the other: each is held in memory while it does. */
const bigFile = 16 * 1024 * 1024;

/**
 * Publishes a build: verifies it, compares it with what the target has, uploads what differs in waves, deletes last.
 * May be cut off at any moment: pages that are up keep their assets, and the next publish settles the rest.
 */
export async function publish(input: PublishInput, context: ApplyContext): Promise<PublishReport> {
  const store = await openStore(input.target, context.signal);
  try {
    return await publishTo(store, input, context);
  } finally {
    await store.close();
  }
}

/** `publish` into a store that is open already. */
export async function publishTo(
  store: Store,
  input: Omit<PublishInput, 'target'>,
  context: ApplyContext,
): Promise<PublishReport> {
  const release = await readVerifiedRelease(input.folder);
  const there = await readCurrentManifest(store);
  const { current, warnings } = there;
  if (!input.allowIncomplete) refuseIncomplete(release.manifest, there, store.describe());
  const plan = planPublish(release.manifest, current);
  if (!input.dryRun) await applyPlan(store, input.folder, release.manifest, plan, context);
  const strays = release.strays.length;
  return {
    target: store.describe(),
    dryRun: input.dryRun,
    uploaded: plan.waves.reduce((sum, wave) => sum + wave.uploads.length, 0),
    deleted: plan.deletions.flat().length,
    unchanged: plan.unchanged,
    bytes: plan.bytes,
    warnings: strays > 0 ? [...warnings, describeStrays(release.strays)] : warnings,
    plan,
  };
}

function describeStrays(strays: readonly string[]): string {
  const some = strays.slice(0, 3).join(', ');
  return `${strays.length} files are not part of the build and were left out: ${some}${strays.length > 3 ? ', …' : ''}.`;
}

async function applyPlan(
  store: Store,
  folder: string,
  next: Manifest,
  plan: PublishPlan,
  context: ApplyContext,
): Promise<void> {
  if (!plan.intent) return;
  await putManifest(store, plan.intent);
  const total = plan.waves.reduce((sum, wave) => sum + wave.uploads.length, 0);
  let done = 0;
  for (const wave of plan.waves) {
    context.log(`publish: ${wave.uploads.length} ${wave.name}`);
    await uploadAll(store, folder, wave.uploads, context.signal, (key) => context.progress(++done, total, key));
  }
  context.signal.throwIfAborted();
  if (plan.deletions.length > 0) {
    await putManifest(store, makeManifest(next.entries, plan.deletions.flat()));
    for (const keys of plan.deletions) {
      context.log(`publish: deleting ${keys.length}`);
      await store.delete(keys);
    }
  }
  await putManifest(store, next);
}

async function uploadAll(
  store: Store,
  folder: string,
  entries: readonly ManifestEntry[],
  signal: AbortSignal,
  onDone: (key: string) => void,
): Promise<void> {
  const many = pLimit({ concurrency: store.concurrency, rejectOnClear: true });
  const single = pLimit({ concurrency: 1, rejectOnClear: true });
  const upload = async (entry: ManifestEntry) => {
    signal.throwIfAborted();
    await store.put(entry, await readVerified(folder, entry));
    onDone(entry.key);
  };
  const uploads = entries.map((entry) => (entry.size > bigFile ? single : many)(upload, entry));
  try {
    await Promise.all(uploads);
  } catch (error) {
    many.clearQueue();
    single.clearQueue();
    // What is under way must end before anybody closes the store.
    await Promise.allSettled(uploads);
    throw error;
  }
}

/** Reads once more what was verified at the start, and uploads these very bytes. */
async function readVerified(folder: string, entry: ManifestEntry): Promise<Uint8Array> {
  const content = await readFile(join(folder, entry.key));
  if (createHash('sha256').update(content).digest('hex') === entry.sha256) return content;
  throw new CallboardError(
    'publish/damaged-release',
    `${entry.key} changed while it was being published.`,
    'Wait until nothing writes to the build, then publish again: it settles what this run began.',
  );
}

async function putManifest(store: Store, manifest: Manifest): Promise<void> {
  const content = Buffer.from(serialiseManifest(manifest));
  await store.put(
    {
      key: manifestKey,
      sha256: createHash('sha256').update(content).digest('hex'),
      size: content.length,
      type: contentTypeOf(manifestKey),
      cachePolicy: cachePolicyOf(manifestKey),
    },
    content,
  );
}
