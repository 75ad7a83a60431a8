const writable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** `,` leads to the page before, `.` to the one after, as in other readers of such docs. */
export const turnByKeys = (): void => {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || writable(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    const rel = event.key === ',' ? 'prev' : event.key === '.' ? 'next' : undefined;
    if (rel) document.querySelector<HTMLAnchorElement>(`.cb-turn a[rel=${rel}]`)?.click();
  });
};
