import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { EntityDraft } from '../read-entity.ts';
import type { RepositoryFiles } from '../repository-files.ts';
import type { GoodEntity } from './good-entity.ts';
import { namesEntity, readPlainNames } from './names-entity.ts';
import { type BadDocument, badDocumentId, type RepositoryReading } from './repository-reading.ts';

/** One repository today, and what was good of it before. */
export interface RefusalInput {
  readonly before: readonly GoodEntity[];
  readonly files: RepositoryFiles;
  readonly drafts: readonly EntityDraft[];
  readonly reading: RepositoryReading;
  /** What the crawl reported: why files could not be read. */
  readonly crawlProblems: readonly Diagnostic[];
}

/** An entity whose newest version is bad or cannot be reached, and why. */
export interface RefusedEntity {
  readonly good: GoodEntity;
  readonly reason: Diagnostic;
  /** The bad document speaks of this entity and no other. */
  readonly isNamed: boolean;
}

/**
 * Tells what was refused of a repository's last good entities from what was removed. Removed is only what is proved to
 * be: its file is gone from a tree that was read, or its document from a file in which everything else is accounted for.
 */
export function findRefused(input: RefusalInput): RefusedEntity[] {
  const { before, drafts, reading } = input;
  if (before.length === 0) return [];
  const whole = new Set(drafts.filter((draft) => !draft.incomplete).map((draft) => draft.ref));
  const incomplete = new Map(drafts.map((draft) => [draft.ref, draft.incomplete]));
  const missing = before.filter((good) => !whole.has(good.ref));
  if (missing.length === 0) return [];
  const refs = new Set(before.map((good) => good.ref));
  const nameless = reading.badDocuments
    .filter((bad) => bad.ref === undefined && bad.text !== '')
    .map((bad) => ({ bad, names: readPlainNames(bad.text) }));
  const speakers = new Map(
    missing.map((good) => {
      const own = nameless.filter(({ bad, names }) => isNew(bad, good) && namesEntity(names, good.ref));
      return [good, own.map(({ bad }) => bad)];
    }),
  );
  const explained = new Set([...speakers.values()].flat());
  const unexplained = reading.badDocuments.filter((bad) => !explained.has(bad) && !(bad.ref && refs.has(bad.ref)));
  return missing.flatMap((good): RefusedEntity[] => {
    const half = incomplete.get(good.ref);
    // What was already incomplete when it was last good is no better than today's.
    if (incomplete.has(good.ref)) return half && !good.incomplete ? [{ good, reason: half, isNamed: true }] : [];
    const own = reading.badDocuments.find((bad) => bad.ref === good.ref) ?? speakers.get(good)?.[0];
    if (own) return [{ good, reason: own.reason, isNamed: true }];
    const reason = findReason(good, unexplained, input);
    return reason ? [{ good, reason, isNamed: false }] : [];
  });
}

function isNew(bad: BadDocument, good: GoodEntity): boolean {
  return !good.beside?.includes(badDocumentId(bad));
}

function findReason(
  good: GoodEntity,
  unexplained: readonly BadDocument[],
  input: RefusalInput,
): Diagnostic | undefined {
  const { files, reading } = input;
  const { path } = good;
  if (isUnread(path, files)) return unreadReason(path, input);
  if (!files.files.has(path)) return undefined;
  if (!reading.reached.has(path)) return lostWay(good.from, input, new Set());
  return unexplained.find((bad) => bad.path === path && isNew(bad, good))?.reason;
}

/** Why Locations of a file may lead to less than they did; `undefined` when they say what they mean. */
function lostWay(path: string | undefined, input: RefusalInput, seen: Set<string>): Diagnostic | undefined {
  if (path === undefined || seen.has(path)) return undefined;
  seen.add(path);
  if (isUnread(path, input.files)) return unreadReason(path, input);
  if (!input.files.files.has(path)) return undefined;
  if (!input.reading.reached.has(path)) {
    return lostWay(input.before.find((good) => good.path === path)?.from, input, seen);
  }
  const bad = input.reading.badDocuments.find(
    (it) => it.path === path && (it.text === '' || /location/i.test(it.text)),
  );
  if (bad) return bad.reason;
  return input.reading.locationProblems.find((it) => it.severity === 'error' && it.source?.path === path);
}

function isUnread(path: string, { files, unread }: RepositoryFiles): boolean {
  return unread?.has(path) === true || (files.has(path) && files.get(path)?.text === undefined);
}

function unreadReason(path: string, { files, crawlProblems }: RefusalInput): Diagnostic | undefined {
  const ours = crawlProblems.filter((item) => item.source?.repository === files.repository.slug);
  const holds = (place: string | undefined) => place !== undefined && (place === path || path.startsWith(`${place}/`));
  return ours.find((item) => holds(item.source?.path)) ?? ours.find((item) => item.source?.path === undefined);
}
