import { createHash } from 'node:crypto';

/**
 * Applies the remembered theme and density before anything is painted, and says that scripts run (`data-scripts`), so that
 * what only works live is shown. The one inline script of every page.
 */
export const themeScript =
  "(d=>{d.dataset.scripts='';try{const t=localStorage.getItem('callboard-theme');if(t==='dark'||t==='light')d.dataset.theme=t;if(localStorage.getItem('callboard:1:'+d.dataset.base+':density')==='\"compact\"')d.dataset.density='compact'}catch{}})(document.documentElement)";

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const partsOf = (style: string, script?: string): readonly string[] => [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' ${[themeScript, script ?? []].flat().map(hashOf).join(' ')}`,
  `style-src 'self' ${hashOf(style)}`,
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
];

const known = new Map<string, string>();

/**
 * The policy of a page: nothing from other hosts but frames of `frameHosts`, no inline script but the theme's and
 * `script`, no inline style but `style`.
 */
export const contentSecurityPolicy = (style: string, frameHosts: readonly string[] = [], script?: string): string => {
  const key = `${style}\0${script}`;
  const policy = known.get(key) ?? partsOf(style, script).join('; ');
  known.set(key, policy);
  return frameHosts.length === 0
    ? policy
    : `${policy}; frame-src ${frameHosts.map((host) => `https://${host}`).join(' ')}`;
};
