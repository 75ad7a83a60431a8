import { numbersIn, pluralsIn } from '../plurals.ts';

/** Texts of Settings. */
const number = numbersIn('en');
const plural = pluralsIn('en');

export const title = 'Settings';
export const description = 'Theme, density, my teams, stars and what is saved: kept in this browser.';
export const lede = 'All of this is kept in this browser. Nobody else sees it, and no other browser knows of it.';
export const unscripted =
  'Settings live in the browser and need scripts. Without them the portal follows the theme of the system, and everything else can be read as it is.';
export const notKept =
  'This browser does not let the portal keep anything, or has no room left. What is chosen here lasts until the page is closed.';

export const appearance = 'Appearance';
export const theme = 'Theme';
export const density = 'Density';
export const comfortable = 'Comfortable';
export const compact = 'Compact';
export const densityHint = 'Compact puts more lines of lists and tables on a screen.';

export const teams = 'My teams';
export const teamsHint = 'Home shows what they own and what is wrong with it, and the catalog can be narrowed to it.';
export const filterTeams = 'Filter teams';
export const removeTeam = (name: string) => `${name} is not my team`;
export const foundTeams = (shown: number, all: number) =>
  shown === all
    ? `${number(all)} ${plural(all, { one: 'team', other: 'teams' })}`
    : `${number(shown)} of ${number(all)} teams; type to see others`;
export const noTeamsFound = 'No team is called that.';
export const noTeams = 'The catalog has no teams yet.';
export const teamsNotLoaded = 'The teams could not be loaded.';
export const tryAgain = 'Try again';
export const gone = 'not in the catalog any more';

export const starred = 'Starred';
export const noneStarred = 'Nothing has a star yet. The star stands beside the name of every entity.';
export const removeStar = (name: string) => `Remove the star of ${name}`;
export const starRemoved = (name: string) => `${name} has no star any more`;
export const visited = 'Visited last';
export const noneVisited = 'No pages yet.';
export const forgetVisited = 'Forget these pages';
export const visitedForgotten = 'Forgotten';

export const transfer = 'To another browser';
export const transferHint =
  'Takes stars, teams, visited pages, theme and density along, as a file. What is in the file is added to what the other browser has.';
export const save = 'Save as a file';
export const load = 'Load a file';
export const loaded = 'Loaded';
export const notLoaded = 'This is not a file that these settings were saved as.';

export const forget = 'Forget everything';
export const forgetHint =
  'Stars, teams, visited pages, announcements that were put away, theme and density. Pages saved for offline are removed above.';
export const forgetSure = 'Yes, forget everything';
export const keep = 'Keep it';
export const forgotten = 'Everything is forgotten';
