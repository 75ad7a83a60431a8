import { numbersIn, pluralsIn } from '../plurals.ts';
import { sizesIn } from '../sizes.ts';

/** Texts of reading without a network. */
const number = numbersIn('en');
const plural = pluralsIn('en');
const files = (count: number) => `${number(count)} ${plural(count, { one: 'file', other: 'files' })}`;

/** `1300000` → `1.3 MB`. */
export const bytes = sizesIn('en');
export const filesAndBytes = (count: number, size: number) => `${files(count)}, ${bytes(size)}`;

export const notSavedTitle = 'Not saved';
export const notSavedDescription = 'What can be read without a network.';
export const noNetwork = 'There is no network, and this page is not saved on this machine.';
export const whatIsHere = 'What can be read on this machine, without a network.';
export const tryAgain = 'Try again';
export const savedHere = 'Saved for offline';
export const visitedHere = 'Visited before';
export const nothingHere =
  'Nothing is saved for offline. With a network, choose “Save for offline” on a page or in the settings.';

export const copyOffline = (time: string) => `Saved copy of ${time} – no network`;
export const copyUnreachable = (time: string) => `Saved copy of ${time} – the portal does not answer`;
export const copyIsCurrent = 'The network is back. This copy is up to date.';
export const copyIsOld = 'The network is back, and there is a newer version of this page.';
export const copyIsGone = 'The network is back. This page is no longer in the portal.';
export const reload = 'Load it';
export const close = 'Close';

export const saveForOffline = 'Save for offline';
export const entityWithDocs = (title: string) => `${title} and its docs`;
export const docsOf = (title: string) => `Docs of ${title}`;
export const teamPart = (title: string) => `${title}: team and what it owns`;
export const systemPart = (title: string) => `${title}: system and its parts`;
export const domainPart = (title: string) => `${title}: domain and its parts`;
export const kindPart = (title: string) => `All of ${title}`;
export const everything = 'Everything';
export const withSearch = (size: string) => `With search of the whole portal (${size})`;
export const toLoad = (count: number, size: number) => `${filesAndBytes(count, size)} to load`;
export const reckoning = 'Looking up how large it is…';
export const save = 'Save';
export const cancel = 'Cancel';
export const update = 'Update';
export const remove = 'Remove';
export const saving = (title: string) => `Saving ${title}`;
export const progress = (count: number, of: number, size: number, ofSize: number) =>
  `${number(count)} of ${files(of)}, ${bytes(size)} of ${bytes(ofSize)}`;
export const isSaved = (title: string) => `${title} can be read without a network now.`;
export const savedAt = (time: string) => `Saved ${time}`;
export const isCurrent = 'Up to date';
export const isOlder = (count: number, size: number) => `Newer version: ${toLoad(count, size)}`;
export const isRemoved = (title: string) => `${title} was removed from this machine.`;
export const moreInSettings = 'All that is saved, and more to save';

export const sectionTitle = 'Offline';
export const sectionText =
  'Pages that you visited stay readable without a network for a while. What you save here stays until you remove it.';
export const none = 'Nothing is saved yet.';
export const saveMore = 'Save more';
export const whatToSave = 'What to save';
export const which = 'Which';
export const docs = 'Docs';
export const team = 'A team’s things';
export const system = 'A system';
export const domain = 'A domain';
export const kind = 'A kind';
export const visited = (count: number, size: number) => `Pages that you visited: ${filesAndBytes(count, size)}`;
export const forgetVisited = 'Forget them';
export const onThisMachine = (used: number, free: number) =>
  `This portal uses ${bytes(used)} here; the browser allows ${bytes(free)} more.`;

export const cannotInsecure = 'Browsers save pages only of addresses that begin with https://.';
export const cannotStore = 'This browser does not let pages be saved, perhaps because the window is private.';
export const needsNetwork = 'Saving needs a network.';
export const failedNetwork = 'The network went away. What is loaded is kept; saving goes on when it is back.';
export const failedChanged =
  'The portal was published anew meanwhile, or something on the way changes its files. What was saved before is unharmed; try again in a minute.';
export const failedQuota = (need: number, free: number) =>
  `There is no room: it needs ${bytes(need)}, and the browser allows ${bytes(free)} more. Save less, or remove something. What was saved before is unharmed.`;
export const failedOther = 'It could not be saved. What was saved before is unharmed.';
