const key = 'callboard-theme';
type Theme = 'system' | 'light' | 'dark';

const remembered = (): Theme => {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
};

const show = (buttons: NodeListOf<HTMLButtonElement>): void => {
  for (const button of buttons)
    button.setAttribute('aria-pressed', String(button.dataset['themeChoice'] === remembered()));
};

const choose = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Storage may be forbidden; then the choice lasts as long as the page.
  }
};

/** Makes the theme switch work: light, dark, or as the system says. The choice is kept in this browser. */
export const startTheme = (): void => {
  const buttons = document.querySelectorAll<HTMLButtonElement>('[data-theme-choice]');
  show(buttons);
  for (const button of buttons) {
    button.addEventListener('click', () => {
      choose(button.dataset['themeChoice'] as Theme);
      show(buttons);
      button.closest('details')?.removeAttribute('open');
    });
  }
};
