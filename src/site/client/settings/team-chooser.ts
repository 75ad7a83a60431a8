import * as text from '@text/settings';
import type { TeamRow } from '../../../portal/views/teams-data.ts';
import { element } from '../element.ts';
import { entityUrl, myTeams, onChange, setMyTeams } from '../personal/store.ts';
import { loadTeams } from '../personal/teams.ts';
import { drawRemovable } from './removable-list.ts';

/** Teams that are listed at once; typing finds the others. */
const mostListed = 40;

const choose = (ref: string, isChosen: boolean): void => {
  const others = [...myTeams()].filter((team) => team !== ref);
  setMyTeams(isChosen ? [...others, ref] : others);
};

const nameOf = (ref: string): string => ref.slice(ref.indexOf('/') + 1);

/** Teams whose title or name has all the words. */
const findTeams = (rows: readonly TeamRow[], words: string): readonly TeamRow[] => {
  const wanted = words.toLowerCase().split(/\s+/);
  return rows.filter(([ref, title]) => wanted.every((word) => `${title} ${ref}`.toLowerCase().includes(word)));
};

const drawChoice = ([ref, title]: TeamRow): HTMLElement => {
  const box = element('input', { type: 'checkbox', value: ref });
  box.addEventListener('change', () => choose(ref, box.checked));
  const namespace = ref.slice(ref.indexOf(':') + 1, ref.indexOf('/'));
  const note = namespace === 'default' ? [] : [element('small', {}, ` ${namespace}`)];
  return element('li', {}, element('label', {}, box, ' ', title, ...note));
};

/** Lets the reader choose their teams among all, by a filter. */
export const startTeamChooser = async (root: HTMLElement, url: string): Promise<void> => {
  const find = <Kind extends HTMLElement>(name: string): Kind => root.querySelector(`[data-${name}]`) as Kind;
  const [chosen, filter] = [find('chosen'), find<HTMLInputElement>('filter-teams')];
  const [found, list] = [find('teams-found'), find('choosable')];
  let rows: readonly TeamRow[] | undefined;

  const drawChosen = (): void => {
    const mine = myTeams();
    const byRef = new Map((rows ?? []).map((row) => [row[0], row]));
    drawRemovable(
      chosen,
      [...mine].map((ref) => {
        const title = byRef.get(ref)?.[1] ?? nameOf(ref);
        const isGone = rows !== undefined && !byRef.has(ref);
        return {
          glyph: 'group',
          title,
          url: entityUrl(ref),
          ...(isGone && { note: text.gone }),
          removeText: text.removeTeam(title),
          remove: () => choose(ref, false),
        };
      }),
      filter,
    );
    for (const box of list.querySelectorAll<HTMLInputElement>('input')) box.checked = mine.has(box.value);
  };
  const drawFound = (): void => {
    const all = rows ?? [];
    const hits = findTeams(all, filter.value.trim());
    list.replaceChildren(...hits.slice(0, mostListed).map(drawChoice));
    const shown = Math.min(hits.length, mostListed);
    found.textContent =
      all.length === 0 ? text.noTeams : shown === 0 ? text.noTeamsFound : text.foundTeams(shown, all.length);
    drawChosen();
  };
  const load = async (): Promise<void> => {
    try {
      rows = await loadTeams(url);
      drawFound();
    } catch {
      const again = element('button', { type: 'button', class: 'cb-link' }, text.tryAgain);
      again.addEventListener('click', load);
      found.replaceChildren(text.teamsNotLoaded, ' ', again);
    }
  };
  filter.addEventListener('input', drawFound);
  onChange(drawChosen);
  drawChosen();
  await load();
};
