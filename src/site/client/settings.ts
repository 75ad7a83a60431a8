import * as text from '@text/settings';
import {
  clearRecent,
  type Density,
  density,
  entityUrl,
  isKept,
  listStarred,
  onChange,
  recent,
  setDensity,
  toggleStar,
} from './personal/store.ts';
import { say } from './say.ts';
import { drawRemovable } from './settings/removable-list.ts';
import { startTeamChooser } from './settings/team-chooser.ts';
import { startForgetting, startTransfer } from './settings/transfer.ts';
import { drawVisits } from './settings/visits.ts';

const start = (root: HTMLElement): void => {
  const find = (name: string): HTMLElement => root.querySelector(`[data-${name}]`) as HTMLElement;
  const choices = root.querySelectorAll<HTMLElement>('[data-density-choice]');
  const draw = (): void => {
    for (const button of choices) button.ariaPressed = String(button.dataset['densityChoice'] === density());
    const stars = listStarred();
    drawRemovable(
      find('starred'),
      stars.toReversed().map(({ ref, title, glyph }) => ({
        glyph,
        title,
        url: entityUrl(ref),
        note: ref,
        removeText: text.removeStar(title),
        removedText: text.starRemoved(title),
        remove: () => void toggleStar(ref),
      })),
      document.querySelector('main') as HTMLElement,
    );
    find('none-starred').hidden = stars.length > 0;
    const visits = recent();
    drawVisits(find('visited'), visits);
    find('none-visited').hidden = visits.length > 0;
    find('forget-visited').hidden = visits.length === 0;
    find('not-kept').hidden = isKept();
  };
  for (const button of choices)
    button.addEventListener('click', () => setDensity(button.dataset['densityChoice'] as Density));
  find('forget-visited').addEventListener('click', () => {
    clearRecent();
    document.querySelector<HTMLElement>('main')?.focus();
    say(text.visitedForgotten);
  });
  onChange(draw);
  draw();
  startTeamChooser(root, root.dataset['teams'] ?? '');
  startTransfer(root);
  startForgetting(find('forget'));
};

const root = document.querySelector<HTMLElement>('[data-settings]');
if (root) start(root);
