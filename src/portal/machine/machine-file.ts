/** A file of the portal that is not a page. */
export interface MachineFile {
  /** Path inside the portal. */
  readonly path: string;
  readonly text: string;
}
