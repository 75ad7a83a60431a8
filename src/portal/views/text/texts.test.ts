import { expect, it } from 'vitest';
import { textsIn } from './texts.ts';

it('has the same texts in every language, none of them empty', () => {
  const [en, de] = [textsIn('en'), textsIn('de')];
  for (const [room, texts] of Object.entries(en)) {
    const translated: Readonly<Record<string, unknown>> = de[room as keyof typeof de];
    expect(Object.keys(translated).sort(), room).toEqual(Object.keys(texts).sort());
    for (const [name, text] of Object.entries(translated)) expect(text, `${room}.${name}`).not.toBe('');
  }
});
