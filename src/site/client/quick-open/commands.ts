import * as text from '@text/quick-open';
import type { Phrase } from './phrase.ts';
import { type Row, sure } from './row.ts';
import { isAmong, wordList } from './words.ts';

interface Command {
  readonly words: readonly string[];
  readonly row: () => Omit<Row, 'score' | 'note'>;
}

const themes = { system: 'system-theme', light: 'sun', dark: 'moon' } as const;

const commands: readonly Command[] = [
  ...(Object.keys(themes) as (keyof typeof themes)[]).map((theme) => ({
    words: wordList(`${text.theme.words} ${text.theme[theme]}`),
    row: () => ({ text: text.theme[theme], glyph: themes[theme], deed: { does: 'theme', theme } as const }),
  })),
  {
    words: wordList(text.copyAddress.words),
    row: () => ({
      text: text.copyAddress.title,
      glyph: 'copy',
      deed: {
        does: 'copy',
        text: document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href,
      },
    }),
  },
];

/** What the page itself can do: change its theme, copy its address. */
export const askForCommands = ({ words }: Phrase): readonly Row[] => {
  // "dark" is the dark theme, "theme" is each of them: the one that its own name says comes first.
  const fitting = commands.filter((command) => words.every(({ letters }) => isAmong(letters, command.words)));
  return fitting
    .map(({ row }) => {
      const made = row();
      const isNamed = words.some(({ letters }) => made.text.toLowerCase().includes(letters));
      return { ...made, note: text.action, score: isNamed ? sure.words : sure.hint };
    })
    .sort((a, b) => b.score - a.score);
};
