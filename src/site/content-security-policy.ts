import { createHash } from 'node:crypto';

/**
 * Applies the remembered theme before anything is painted, and says that scripts run (`data-scripts`), so that what only
 * works live is shown. The one inline script of every page.
 */
export const themeScript =
  "(d=>{d.dataset.scripts='';try{const t=localStorage.getItem('callboard-theme');if(t==='dark'||t==='light')d.dataset.theme=t}catch{}})(document.documentElement)";

const hash = createHash('sha256').update(themeScript).digest('base64');

/** The policy of every page: nothing from other hosts, no inline script but the theme's, no inline style. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');
