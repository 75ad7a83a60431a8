/** A bed, in centimetres. */
export interface Bed {
  readonly width: number;
  readonly length: number;
}

/** Draws the beds of a garden. */
export function drawBeds(place: HTMLElement | null, beds: readonly Bed[] = []): void {
  place?.replaceChildren(...beds.map(({ width, length }) => `${width} × ${length} cm`));
}
