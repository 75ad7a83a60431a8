// What every page needs, and nothing more: the format is `store.ts`'s, of which no code is loaded until a star is pressed.
const keyOf = (name: string): string => `callboard:1:${document.documentElement.dataset['base']}:${name}`;

/** The first item of each entry is what it is known by. */
const read = (name: string): readonly (readonly unknown[] | null)[] => {
  try {
    return [...JSON.parse(localStorage.getItem(keyOf(name)) as string)];
  } catch {
    return [];
  }
};

const recordVisit = ({ visit, glyph }: DOMStringMap): void => {
  const { pathname } = location;
  const before = read('recent').filter((page) => page?.[0] !== pathname);
  try {
    localStorage.setItem(
      keyOf('recent'),
      JSON.stringify([[pathname, Date.now(), glyph, visit], ...before].slice(0, 30)),
    );
  } catch {
    // Forbidden or full: then nobody knows of the visit.
  }
};

const paintStars = (): void => {
  const refs = read('starred').map((star) => star?.[0]);
  for (const button of document.querySelectorAll<HTMLElement>('[data-star]'))
    button.ariaPressed = `${refs.includes(button.dataset['star'])}`;
};

/** Records the visit of a page with `data-visit`, and makes every `[data-star]` button a star that can be given and taken. */
export const startPersonal = (): void => {
  const page = document.querySelector<HTMLElement>('[data-visit]');
  if (page) recordVisit(page.dataset);
  paintStars();
  for (const event of ['storage', 'pageshow']) addEventListener(event, paintStars);
  document.addEventListener('click', async ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-star]');
    if (button) {
      const { toggleStar } = await import('./store.ts');
      button.ariaPressed = `${toggleStar(button.dataset['star'] ?? '', button.dataset)}`;
    }
  });
};
