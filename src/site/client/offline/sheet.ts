import sheetUrl from '../../styles/offline.css?url';

/** Loads the styles of what is shown of saving and copies, once. */
export const loadSheet = (): void => {
  if (document.querySelector(`link[href="${sheetUrl}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = sheetUrl;
  document.head.append(link);
};
