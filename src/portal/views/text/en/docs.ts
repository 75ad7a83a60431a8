import { numbersIn } from '../plurals.ts';

/** Texts around the pages of docs: navigation, history, what can be done about a page, diagrams and pictures. */
const number = numbersIn('en');

export const contents = 'Contents';
export const onThisPage = 'On this page';
export const docsOf = (title: string) => `Docs of ${title}`;
export const moreBefore = (count: number) => `${number(count)} more before`;
export const moreAfter = (count: number) => `${number(count)} more after`;
export const neighbours = 'Neighbouring pages';
export const previous = 'Previous';
export const next = 'Next';

export const searchName = 'These docs';
export const searchPlaceholder = 'Search these docs…';
export const searchLabel = 'Search these docs';
export const nothingFound = 'Nothing found in these docs.';
export const found = (count: number) => `${number(count)} found`;
export const searchEverything = 'Search everything';
export const searchFailed = 'The search index could not be loaded.';

export const edit = 'Edit this page';
export const reportIssue = 'Report an issue';
export const history = 'History';
/** An issue that a reader begins to write on the code host. */
export const issueTitle = (heading: string) => `Docs: ${heading}`;
export const issueBody = (address: string, file: string) => `Page: ${address}\nFile: ${file}\n\n`;
export const inPortal = (title: string) => `in ${title}`;

/** Before a time: "Last changed 3 days ago". */
export const lastChanged = 'Last changed';
export const lastChangedBefore = 'Last changed before';
/** Before a name. */
export const by = 'by';
export const alsoBy = 'Also by';
/** Between the last two of a list. */
export const and = 'and';
export const andOthers = (count: number) => `and ${number(count)} ${count === 1 ? 'other' : 'others'}`;
/** After a file's path, before its repository, and before a commit. */
export const inRepository = (repository: string) => `in ${repository}`;
export const atCommit = 'at';
/** What is said of a page that nobody changed for long. */
export const untouched = (count: number, unit: 'day' | 'week' | 'month' | 'year') =>
  `Not touched for ${count === 1 ? `a ${unit}` : `${number(count)} ${unit}s`}`;

export const earlierVersion = 'This is an earlier version';
/** Between the above and a commit. */
export const ofCommit = 'of';
export const newestNotBuilt = 'The newest could not be built.';
export const problems = 'Problems';

export const movedTitle = 'Moved';
export const moved = 'This page has moved';
export const movedTo = (title: string) => `Moved to ${title}.`;
/** Before a link. */
export const nowAt = 'It is now at';

export const copyCode = 'Copy code';
export const copyHeadingLink = 'Copy the link to this heading';
export const linkTo = (heading: string) => `Link to “${heading}”`;
export const linkCopied = 'Link copied';
export const picture = 'Picture';
export const fullSize = (name: string) => `${name}: full size`;
export const close = 'Close';
export const source = 'Source';
export const notDrawn = (reason: string) => `This diagram cannot be drawn: ${reason}`;
/** Names a diagram by the words in it. */
export const diagram = (words: readonly string[], more: number) =>
  `Diagram: ${words.join(', ')}${more > 0 ? ` and ${number(more)} more` : ''}`;
