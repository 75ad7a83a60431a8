/** Something that an API offers. */
export interface Operation {
  /** `POST`, `subscribe`, `query`, `rpc`. */
  readonly method: string;
  /** `/orders/{id}`, `orders.placed`, `Orders/Place`. */
  readonly name: string;
  /** What its authors say in a line; `''`: nothing. */
  readonly summary: string;
}
