/** What the live graph shows; kept in the page's URL. */
export interface GraphState {
  /** Entity ref in the middle of attention. */
  readonly focus?: string;
  /** Steps from the focus that count as its neighbourhood. */
  readonly depth: number;
  /** Kinds left out. */
  readonly hiddenKinds: ReadonlySet<string>;
  /** Relations left out. */
  readonly hiddenRelations: ReadonlySet<string>;
}

/** Depths that the page offers. */
export const depths = [1, 2, 3, 4] as const;

/** Reads the state from a query string; `kinds` and `relations` name what is shown, absent means all. Pure. */
export function parseState(query: string, kinds: readonly string[], relations: readonly string[]): GraphState {
  const parameters = new URLSearchParams(query);
  // As Backstage's graph page writes it: bookmarks of it lead here.
  const focus = parameters.get('focus') ?? parameters.get('rootEntityRefs[]') ?? parameters.get('rootEntityRefs[0]');
  const depth = Number(parameters.get('depth') ?? parameters.get('maxDepth'));
  return {
    ...(focus && { focus: focus.toLowerCase() }),
    depth: depths.find((known) => known === depth) ?? 1,
    hiddenKinds: hidden(parameters.get('kinds'), kinds),
    hiddenRelations: hidden(parameters.get('relations'), relations),
  };
}

function hidden(shown: string | null, all: readonly string[]): ReadonlySet<string> {
  const names = shown?.split(',').map((name) => name.trim());
  return new Set(names ? all.filter((name) => !names.includes(name)) : []);
}

/** The query string of a state, without what is as usual. The inverse of `parseState`. Pure. */
export function stateQuery(state: GraphState, kinds: readonly string[], relations: readonly string[]): string {
  const parameters = new URLSearchParams();
  if (state.focus) parameters.set('focus', state.focus);
  if (state.focus && state.depth > 1) parameters.set('depth', String(state.depth));
  const shown = (all: readonly string[], left: ReadonlySet<string>): string =>
    all.filter((name) => !left.has(name)).join(',');
  if (state.hiddenKinds.size > 0) parameters.set('kinds', shown(kinds, state.hiddenKinds));
  if (state.hiddenRelations.size > 0) parameters.set('relations', shown(relations, state.hiddenRelations));
  const query = parameters.toString();
  return query && `?${query}`;
}
