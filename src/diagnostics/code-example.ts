/** A file of an example: its text, or what stands for a text too long to show (nothing: the file is not shown). */
export type ExampleFile = string | { readonly shown: string; readonly whole: () => string };

/** Files by path, or the text of one `catalog-info.yaml`. */
export type ExampleFiles = string | Readonly<Record<string, ExampleFile>>;

/**
 * A problem as YAML, minimal and complete: read as one repository, `bad` has the problem and no other, `good` has none.
 * Both may refer to what the organisation of the examples has: the team `orders`, the system `sales`.
 */
export interface CodeExample {
  readonly bad: ExampleFiles;
  readonly good: ExampleFiles;
}

function shownFiles(files: ExampleFiles): readonly { readonly path: string; readonly text: string }[] {
  return entriesOf(files)
    .map(([path, file]) => ({ path, text: typeof file === 'string' ? file : file.shown }))
    .filter(({ text }) => text !== '');
}

/** A line of an example; `marked` where the other side's file of this name has no such line. */
export interface ExampleLine {
  readonly text: string;
  readonly marked: boolean;
}

/** One side of an example, line by line, beside the other. Files that the other side has not are not marked. */
export function compareFiles(
  files: ExampleFiles,
  others: ExampleFiles,
): readonly { readonly path: string; readonly lines: readonly ExampleLine[] }[] {
  const known = new Map(shownFiles(others).map(({ path, text }) => [path, new Set(text.split('\n'))]));
  return shownFiles(files).map(({ path, text }) => {
    const other = known.get(path);
    const lines = text.trimEnd().split('\n');
    return { path, lines: lines.map((line) => ({ text: line, marked: other !== undefined && !other.has(line) })) };
  });
}

/** The files of an example with all of their text, by path. */
export function wholeFiles(files: ExampleFiles): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entriesOf(files).map(([path, file]) => [path, typeof file === 'string' ? file : file.whole()]),
  );
}

function entriesOf(files: ExampleFiles): readonly (readonly [path: string, file: ExampleFile])[] {
  return typeof files === 'string' ? [['catalog-info.yaml', files]] : Object.entries(files);
}
