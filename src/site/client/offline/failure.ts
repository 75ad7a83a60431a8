/** Why a part was not saved; `need` and `free` in bytes, with `quota`. */
export class SavingFailed extends Error {
  readonly reason: 'network' | 'changed' | 'quota' | 'cancelled';
  readonly need: number;
  readonly free: number;

  constructor(reason: SavingFailed['reason'], need = 0, free = 0) {
    super(`Saving failed: ${reason}`);
    this.reason = reason;
    this.need = need;
    this.free = free;
  }
}
