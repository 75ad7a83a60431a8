import * as text from '@text/home';
import { element, glyph } from './element.ts';
import { kindText } from './personal/kind-text.ts';
import { dismiss, entityUrl, listStarred, myTeams, onChange, recent } from './personal/store.ts';
import { type KeptTeam, readTeams } from './personal/teams.ts';
import { say } from './say.ts';

/** Lines of each list; the page's inline script reserves as many. */
const mostLines = 6;
const week = 7 * 24 * 3_600_000;

const line = (glyphName: string, title: string, url: string, ...note: readonly (Node | string)[]): HTMLLIElement =>
  element(
    'li',
    {},
    glyph(glyphName),
    element('a', { href: url, title }, title),
    element('span', { class: 'cb-figure' }, ...note),
  );

/** Puts lines into a list, or back what it says while it is empty. */
const drawerOf = (list: HTMLElement): ((lines: readonly HTMLElement[]) => void) => {
  const invitation = [...list.childNodes];
  return (lines) => {
    list.style.setProperty('--rows', String(lines.length));
    list.replaceChildren(...(lines.length > 0 ? lines : invitation));
  };
};

const teamLine = ({ ref, row, isGone }: KeptTeam): HTMLElement => {
  if (!row) return line('group', ref.slice(ref.indexOf('/') + 1), entityUrl(ref), isGone ? text.teamGone : '');
  const [, title, owned, errors, warnings] = row;
  const problems = errors + warnings;
  const tone = errors > 0 ? 'bad' : warnings > 0 ? 'warn' : 'good';
  const state = element(
    'span',
    { class: `cb-state cb-${tone}` },
    problems > 0 ? text.teamProblems(problems) : text.noTeamProblems,
  );
  return line('group', title, entityUrl(ref), `${text.owned(owned)} · `, state);
};

const startYours = (root: HTMLElement): void => {
  const { teams: teamsUrl = '', settings = '' } = root.dataset;
  const lists = ['starred', 'recent', 'teams'].map((name) => root.querySelector<HTMLElement>(`[data-kept=${name}]`));
  const [drawStarred, drawVisited, drawTeams] = lists.map((list) => list && drawerOf(list));
  const all = element('a', { href: `${settings}#starred`, hidden: '' });
  lists[0]?.previousElementSibling?.append(' ', all);

  const draw = async (): Promise<void> => {
    const stars = listStarred().toReversed();
    drawStarred?.(
      stars.slice(0, mostLines).map((star) => line(star.glyph, star.title, entityUrl(star.ref), kindText(star.ref))),
    );
    all.hidden = stars.length <= mostLines;
    all.textContent = text.allStarred(stars.length);
    drawVisited?.(
      recent()
        .slice(0, mostLines)
        .map((visit) => line(visit.glyph, visit.title, visit.path, kindText(visit.ref))),
    );
    drawTeams?.((await readTeams(teamsUrl, myTeams())).slice(0, mostLines).map(teamLine));
  };
  onChange(draw);
  draw();
};

const startAnnouncements = (section: HTMLElement): void => {
  section.addEventListener('click', ({ target }) => {
    const notice = (target as Element).closest('[data-put-away]')?.closest<HTMLElement>('[data-announcement]');
    if (!notice) return;
    dismiss(notice.dataset['announcement'] ?? '');
    notice.hidden = true;
    const next = section.querySelector<HTMLElement>('[data-announcement]:not([hidden]) [data-put-away]');
    section.hidden = !next;
    (next ?? document.querySelector<HTMLElement>('main'))?.focus();
    say(text.wasPutAway);
  });
};

/** Says how many changes there were in the last seven days. */
const countWeek = (place: HTMLElement): void => {
  const builds = JSON.parse(place.dataset['week'] ?? '[]') as readonly (readonly [at: string, count: number])[];
  const count = builds.reduce((sum, [at, each]) => sum + (Date.parse(at) > Date.now() - week ? each : 0), 0);
  place.textContent = `· ${count > 0 ? text.inWeek(count) : text.noneInWeek}`;
};

const find = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector);
const [yours, announcements, changes] = [find('[data-yours]'), find('[data-announcements]'), find('[data-week]')];
if (yours) startYours(yours);
if (announcements) startAnnouncements(announcements);
if (changes) countWeek(changes);
