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

/** The files of an example with the text that is shown. */
export function shownFiles(files: ExampleFiles): readonly { readonly path: string; readonly text: string }[] {
  return entriesOf(files)
    .map(([path, file]) => ({ path, text: typeof file === 'string' ? file : file.shown }))
    .filter(({ text }) => text !== '');
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
