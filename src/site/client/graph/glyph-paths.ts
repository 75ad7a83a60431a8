/** The glyphs of the page's sprite as canvas paths on a 20 × 20 field, so that the canvas draws what `Glyph.astro` draws. */
export function readGlyphPaths(names: ReadonlySet<string>): ReadonlyMap<string, Path2D> {
  return new Map(
    [...names].map((name) => {
      const path = new Path2D();
      for (const shape of document.querySelectorAll(`#g-${CSS.escape(name)} > *`)) addShape(path, shape);
      return [name, path];
    }),
  );
}

function addShape(path: Path2D, shape: Element): void {
  const number = (name: string): number => Number(shape.getAttribute(name) ?? 0);
  if (shape.tagName === 'path') path.addPath(new Path2D(shape.getAttribute('d') ?? ''));
  if (shape.tagName === 'rect')
    path.roundRect(number('x'), number('y'), number('width'), number('height'), number('rx'));
  if (shape.tagName !== 'circle' && shape.tagName !== 'ellipse') return;
  const [rx, ry] = shape.tagName === 'circle' ? [number('r'), number('r')] : [number('rx'), number('ry')];
  path.moveTo(number('cx') + rx, number('cy'));
  path.ellipse(number('cx'), number('cy'), rx, ry, 0, 0, 2 * Math.PI);
}
