import type { CodeEntry } from '../code-entry.ts';

/** Codes of the `yaml` area. */
export const yamlCodes = {
  'yaml/syntax': {
    severity: 'error',
    title: 'YAML syntax',
    why: 'A document that does not parse cannot be read at all; what it describes is missing from the portal.',
    fix: 'Correct the YAML at this line. Most often it is the indentation, a missing quote or a colon inside unquoted text.',
  },
  'yaml/tab-indentation': {
    severity: 'error',
    title: 'Tab used as indentation',
    why: 'YAML forbids tabs in indentation, so the document does not parse.',
    fix: 'Indent with spaces only.',
  },
  'yaml/duplicate-key': {
    severity: 'error',
    title: 'Key written twice',
    why: 'Only one of the two values could count, and parsers disagree on which.',
    fix: 'Keep one of the two lines.',
  },
  'yaml/unsupported-tag': {
    severity: 'error',
    title: 'YAML tag that is not supported',
    why: 'Tags can make a parser build objects or run code; Callboard reads plain data only.',
    fix: 'Remove the tag and write plain text, numbers, lists and mappings.',
  },
  'yaml/merge-key': {
    severity: 'warning',
    title: 'Merge key is not expanded',
    why: 'Merge keys (<<) are not part of YAML 1.2. The key is kept as plain data and merges nothing.',
    fix: 'Write the merged keys out.',
  },
  'yaml/control-character': {
    severity: 'error',
    title: 'Control character in the file',
    why: 'Invisible control characters have no place in YAML text and can hide what a line really says.',
    fix: 'Delete the character; your editor can show invisible characters.',
  },
  'yaml/alias-cycle': {
    severity: 'error',
    title: 'Alias that contains itself',
    why: 'A value that is part of itself has no end and cannot be written as JSON.',
    fix: 'Remove the alias, or point it at a value outside.',
  },
  'yaml/too-many-aliases': {
    severity: 'error',
    title: 'Too many aliases in one document',
    why: 'Aliases multiply what a document costs to read; more than 50 in one document are refused.',
    fix: 'Write the values out, or split the document.',
  },
  'yaml/too-many-nodes': {
    severity: 'error',
    title: 'Document too large once aliases are expanded',
    why: 'One document may hold at most 50,000 values, so that no repository can use up the build.',
    fix: 'Split the document, or keep large data in a file of its own.',
  },
  'yaml/too-deep': {
    severity: 'error',
    title: 'Nesting too deep',
    why: 'Values nested more than 50 levels deep are refused, so that no file can exhaust the reader.',
    fix: 'Flatten the document.',
  },
  'yaml/file-too-large': {
    severity: 'error',
    title: 'YAML file too large',
    why: 'YAML files above 1 MiB are not parsed.',
    fix: 'Split the file, or keep large definitions in files of their own.',
  },
  'yaml/too-many-documents': {
    severity: 'error',
    title: 'Too many documents in one file',
    why: 'Only the first 2,000 documents of a file are read.',
    fix: 'Split the file.',
  },
} as const satisfies Record<`yaml/${string}`, CodeEntry>;
