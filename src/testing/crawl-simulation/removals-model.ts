/** Where an entity of the portal comes from. */
export interface Origin {
  readonly source: string;
  /** The number that the host knows its repository by. */
  readonly repository: number;
}

/** What the model knows of the portal, and of what was listed for confirmation: content/docs/crawling.md. */
export interface PortalModel {
  /** Every entity that is shown, by name. */
  readonly shown: ReadonlyMap<string, Origin>;
  /** Those of them that await removal. */
  readonly held: ReadonlySet<string>;
  /** What each id listed and has not been back since. */
  readonly listed: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What one run must make of it. */
export interface ExpectedRemovals {
  readonly removed: ReadonlySet<string>;
  readonly held: ReadonlySet<string>;
}

/** An empty portal. */
export const emptyPortal: PortalModel = { shown: new Map(), held: new Set(), listed: new Map() };

/** What a run would show and say without a guard. */
export interface UnguardedRun {
  readonly now: ReadonlyMap<string, Origin>;
  /** Repositories that are there. */
  readonly there: ReadonlySet<number>;
  /** Entities that nothing ever happens to, of the first source. */
  readonly others: number;
  readonly confirmed: string | undefined;
}

/** Says what goes and what stays. */
export function expectRemovals(portal: PortalModel, { now, there, others, confirmed }: UnguardedRun): ExpectedRemovals {
  const { shown, held, listed } = portal;
  const gone = [...shown.keys()].filter((name) => !now.has(name));
  const named = listed.get(confirmed ?? '') ?? new Set();
  const open = gone.filter((name) => !named.has(name));
  const total = shown.size + others;
  const alone = takenOutAlone(portal, open, there, limitOf(total));
  const rest = open.filter((name) => !alone.has(name));
  const sources = new Set([...now.values()].map(({ source }) => source));
  const isSourceGone = !sources.has('umbrella') && rest.some((name) => shown.get(name)?.source === 'umbrella');
  const isTooMuch = rest.length > limitOf(total - alone.size) || isSourceGone || rest.some((name) => held.has(name));
  const stays = new Set(isTooMuch ? open : alone);
  return { removed: new Set(gone.filter((name) => !stays.has(name))), held: stays };
}

function limitOf(total: number): number {
  return Math.max(5, Math.floor(total * 0.05));
}

// What one repository that is there took out of itself, where that is too much, or is held already.
function takenOutAlone(
  { shown, held }: PortalModel,
  open: readonly string[],
  there: ReadonlySet<number>,
  limit: number,
) {
  const alone = new Set<string>();
  for (const number of there) {
    const own = open.filter((name) => shown.get(name)?.repository === number);
    if (own.length > limit || own.some((name) => held.has(name))) for (const name of own) alone.add(name);
  }
  return alone;
}

/** The portal after a run that listed under `id` what it held. */
export function rememberPortal(
  { shown, listed }: PortalModel,
  { now }: UnguardedRun,
  { held }: ExpectedRemovals,
  id: string | undefined,
): PortalModel {
  const next = new Map(now);
  for (const name of held) {
    const origin = shown.get(name);
    if (origin) next.set(name, origin);
  }
  // What is back, or gone for good, is no longer what was listed.
  const open = new Map<string, ReadonlySet<string>>(
    [...listed].map(([each, names]) => [each, new Set([...names].filter((name) => held.has(name)))] as const),
  );
  if (id !== undefined) open.set(id, held);
  return { shown: next, held, listed: open };
}
