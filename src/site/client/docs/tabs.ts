const labelsOf = (set: Element): readonly HTMLLabelElement[] => [
  ...set.querySelectorAll<HTMLLabelElement>(':scope > .tabbed-labels > label'),
];
const inputsOf = (set: Element): readonly HTMLInputElement[] => [
  ...set.querySelectorAll<HTMLInputElement>(':scope > input'),
];

/** Titles on the tabs themselves, for paper, where all of them are shown. */
const titleBlocks = (set: Element): void => {
  const titles = labelsOf(set).map((label) => label.textContent?.trim() ?? '');
  const blocks = set.querySelectorAll<HTMLElement>(':scope > .tabbed-content > .tabbed-block');
  for (const [index, block] of blocks.entries()) block.dataset['title'] = titles[index] ?? '';
};

/** Choosing a tab chooses those of the same name on the page; what was pressed stays where it is on the screen. */
export const linkTabs = (prose: HTMLElement): void => {
  const sets = [...prose.querySelectorAll('.tabbed-set')];
  for (const set of sets) titleBlocks(set);
  prose.addEventListener('change', ({ target }) => {
    const chosen = target instanceof HTMLInputElement ? target.closest('.tabbed-set') : undefined;
    if (!chosen) return;
    const index = inputsOf(chosen).indexOf(target as HTMLInputElement);
    const name = labelsOf(chosen)[index]?.textContent?.trim();
    const before = chosen.getBoundingClientRect().top;
    for (const set of sets.filter((each) => each !== chosen)) {
      const same = labelsOf(set).findIndex((label) => label.textContent?.trim() === name);
      const input = inputsOf(set)[same];
      if (input) input.checked = true;
    }
    scrollBy({ top: chosen.getBoundingClientRect().top - before, behavior: 'instant' });
    labelsOf(chosen)[index]?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  });
};

/** A link may lead into what is folded or behind another tab, or to a tab itself: opens the way to it. */
export const reveal = (): void => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLInputElement && target.type === 'radio') target.checked = true;
  for (let place: Element | null = target; place; place = place.parentElement) {
    if (place instanceof HTMLDetailsElement) place.open = true;
    const content = place.classList.contains('tabbed-block') ? place.parentElement : undefined;
    const input = content?.parentElement && inputsOf(content.parentElement)[[...content.children].indexOf(place)];
    if (input) input.checked = true;
  }
  target?.scrollIntoView();
};
