/** The colours that the canvas is painted with. */
export interface Palette {
  readonly page: string;
  readonly surface: string;
  readonly rule: string;
  readonly ruleStrong: string;
  readonly text: string;
  readonly muted: string;
  readonly faint: string;
  readonly link: string;
  readonly mark: string;
  readonly font: string;
}

/** Reads the palette from the style sheet's tokens, as the current theme resolves them. */
export function readPalette(host: HTMLElement): Palette {
  // A token may be `light-dark(…)`, which a canvas cannot parse; as the colour of an element it is resolved.
  const probe = document.createElement('span');
  probe.hidden = true;
  host.append(probe);
  const colour = (token: string): string => {
    probe.style.color = `var(--cb-${token})`;
    return getComputedStyle(probe).color;
  };
  const palette = {
    page: colour('page'),
    surface: colour('surface'),
    rule: colour('rule'),
    ruleStrong: colour('rule-strong'),
    text: colour('text'),
    muted: colour('text-muted'),
    faint: colour('text-faint'),
    link: colour('link'),
    mark: colour('mark'),
    font: getComputedStyle(host).fontFamily,
  };
  probe.remove();
  return palette;
}

/** Calls back whenever the theme may have changed: by the switch or by the system. */
export function onThemeChange(callback: () => void): void {
  new MutationObserver(callback).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', callback);
  matchMedia('(prefers-contrast: more)').addEventListener('change', callback);
}
