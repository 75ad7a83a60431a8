/** Texte dessen, was im Browser bleibt, wo immer es steht. */

export const settings = 'Einstellungen';
export const docs = 'Doku';
export const star = (title: string) => `${title} mit Stern merken`;
export const starHint = 'Sterne bleiben in diesem Browser';
