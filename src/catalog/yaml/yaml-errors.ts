import { YAMLException } from 'js-yaml';
import type { YamlViolation } from './yaml-limits.ts';

// js-yaml has no error codes; its phrases are pinned by tests here, and an unknown one is still reported as it is.
const plainer: readonly (readonly [RegExp, string])[] = [
  [/^bad indentation of a mapping entry/, 'This line is indented wrongly for the mapping it belongs to.'],
  [/^bad indentation of a sequence entry/, 'This list item is indented differently from the others.'],
  [/^deficient indentation/, 'This line is indented too little.'],
  [/^can not read a block mapping entry/, 'This line is neither "key: value" nor a continuation of the line above.'],
  [/^expected ':' after a mapping key/, 'A colon is missing after the key.'],
  [/^end of the stream or a document separator/, 'There is text here that belongs to nothing above it.'],
  [/^unexpected end of the (?:stream|document) within a (?:single|double) quoted/, 'A quote is opened but not closed.'],
  [/^unexpected end of the stream within a flow/, 'A bracket or brace is opened but not closed.'],
  [/^missed comma between flow/, 'A comma is missing between two entries in brackets or braces.'],
  [/^unidentified alias/, 'An alias (*name) refers to an anchor (&name) that does not exist.'],
];

/** Turns whatever the parser threw into a violation in plain words, naming tabs where tabs are the cause. */
export function explainException(error: unknown, source: string): YamlViolation {
  if (!(error instanceof YAMLException)) {
    return { code: 'yaml/syntax', message: 'The document could not be parsed.', offset: 0 };
  }
  // What is missing at the end of a document is missing from its last line, not from the next document's first.
  const offset = Math.min(error.mark?.position ?? 0, source.trimEnd().length);
  if (error.reason.includes('maxDepth')) {
    return { code: 'yaml/too-deep', message: 'Values are nested more than 50 levels deep.', offset };
  }
  const tab = tabNear(source, offset);
  if (tab !== undefined) {
    return { code: 'yaml/tab-indentation', message: 'This line is indented with a tab.', offset: tab };
  }
  const message = plainer.find(([pattern]) => pattern.test(error.reason))?.[1];
  return { code: 'yaml/syntax', message: message ?? `The YAML does not parse: ${error.reason}.`, offset };
}

// The parser often stumbles only one line after the tab that confused it.
function tabNear(source: string, offset: number): number | undefined {
  const lineStart = source.lastIndexOf('\n', offset - 1) + 1;
  const before = source.lastIndexOf('\n', lineStart - 2) + 1;
  for (const start of [lineStart, before]) {
    const indentation = /^[ \t]*/.exec(source.slice(start, start + 200))?.[0] ?? '';
    if (indentation.includes('\t')) return start + indentation.indexOf('\t');
  }
  return undefined;
}
