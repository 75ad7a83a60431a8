/** Texts of what is kept in the browser, wherever it stands. */

export const settings = 'Einstellungen';
export const docs = 'Doku';
export const star = (title: string) => `${title} mit Stern markieren`;
export const starHint = 'Sterne bleiben in diesem Browser';
