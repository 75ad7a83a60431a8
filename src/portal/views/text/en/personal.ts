/** Texts of what is kept in the browser, wherever it stands. */

export const settings = 'Settings';
export const docs = 'Docs';
export const star = (title: string) => `Star ${title}`;
export const starHint = 'Stars are kept in this browser';
