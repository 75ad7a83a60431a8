/** What the process says to whoever started it. */
export const exitCodes = {
  /** Done, and nothing at error level. */
  clean: 0,
  /** Done, but somebody's content has problems at error level. */
  diagnostics: 1,
  /** The run failed; nothing was changed. */
  failed: 2,
} as const;
