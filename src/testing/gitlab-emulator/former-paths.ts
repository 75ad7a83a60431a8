/** The paths that projects had before, each with the id of whoever had it last. */
export class FormerPaths {
  readonly #ids = new Map<string, number>();

  remember(path: string, id: number): void {
    this.#ids.set(path.toLowerCase(), id);
  }

  /** Something new stands there. */
  forget(path: string): void {
    this.#ids.delete(path.toLowerCase());
  }

  idAt(path: string): number | undefined {
    return this.#ids.get(path.toLowerCase());
  }
}
