// What every page needs, and nothing more: the format is `store.ts`'s, of which no code is loaded until a star is pressed.
const { base = '/' } = document.documentElement.dataset;

const read = (name: string): readonly unknown[] => {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(`callboard:1:${base}:${name}`) ?? '');
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
};

const recordVisit = ({ visit, glyph }: DOMStringMap): void => {
  const path = location.pathname;
  const before = read('recent').filter((other) => (other as readonly unknown[] | null)?.[0] !== path);
  const visits = [[path, Date.now(), glyph, visit], ...before].slice(0, 30);
  try {
    localStorage.setItem(`callboard:1:${base}:recent`, JSON.stringify(visits));
  } catch {
    // Forbidden or full: then nobody knows of the visit.
  }
};

const paintStars = (): void => {
  const refs = new Set(read('starred').map((star) => (star as readonly unknown[] | null)?.[0]));
  for (const button of document.querySelectorAll<HTMLElement>('[data-star]'))
    button.setAttribute('aria-pressed', String(refs.has(button.dataset['star'])));
};

/** Records the visit of a page with `data-visit`, and makes every `[data-star]` button a star that can be given and taken. */
export const startPersonal = (): void => {
  const page = document.querySelector<HTMLElement>('[data-visit]');
  if (page) recordVisit(page.dataset);
  paintStars();
  for (const event of ['storage', 'pageshow']) addEventListener(event, paintStars);
  document.addEventListener('click', async (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-star]');
    if (!button) return;
    const { star = '', title, glyph } = button.dataset;
    const { toggleStar } = await import('./store.ts');
    button.setAttribute('aria-pressed', String(toggleStar(star, { title, glyph })));
  });
};
