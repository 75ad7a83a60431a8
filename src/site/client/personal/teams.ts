import type { TeamRow } from '../../../portal/views/teams-data.ts';

/** A team that a reader called theirs. */
export interface KeptTeam {
  readonly ref: string;
  /** Absent: the catalog does not have it, or cannot be asked now. */
  readonly row?: TeamRow;
  readonly isGone: boolean;
}

let loading: Promise<readonly TeamRow[]> | undefined;

/** Every team of the portal; loaded once, and again after it failed. Rejects when it cannot be loaded. */
export const loadTeams = (url: string): Promise<readonly TeamRow[]> => {
  loading ??= fetch(url)
    .then((response) => {
      if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
      return response.json() as Promise<readonly TeamRow[]>;
    })
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
};

/** What is known of some teams, in their order; nothing is asked where there are none. */
export const readTeams = async (url: string, refs: ReadonlySet<string>): Promise<readonly KeptTeam[]> => {
  if (refs.size === 0) return [];
  const rows = await loadTeams(url).catch(() => undefined);
  const byRef = new Map((rows ?? []).map((row) => [row[0], row]));
  return [...refs].map((ref) => {
    const row = byRef.get(ref);
    return { ref, ...(row && { row }), isGone: !row && rows !== undefined };
  });
};
