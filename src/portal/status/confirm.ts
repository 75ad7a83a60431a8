/** How removals that are held are confirmed by hand. */
export function confirmCommand(id: string): string {
  return `callboard build --confirm-removals ${id}`;
}

/** The same as a commit that others review, for portals that a job builds. */
export function confirmSetting(id: string): string {
  return `crawl:\n  confirmRemovals: ${id}`;
}
