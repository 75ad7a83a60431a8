/** A language that files are written in. */
export interface Language {
  /** As people write it. */
  readonly name: string;
  /** As a tag of the catalog. */
  readonly tag: string;
  /** It accompanies other languages; it says what a repository is only where nothing else does. */
  readonly minor?: true;
}

const languages: readonly (readonly [extensions: string, name: string, tag: string, minor?: true])[] = [
  ['ts tsx mts cts', 'TypeScript', 'typescript'],
  ['js jsx mjs cjs', 'JavaScript', 'javascript'],
  ['go', 'Go', 'go'],
  ['py', 'Python', 'python'],
  ['java', 'Java', 'java'],
  ['kt kts', 'Kotlin', 'kotlin'],
  ['scala', 'Scala', 'scala'],
  ['groovy', 'Groovy', 'groovy'],
  ['clj cljs cljc', 'Clojure', 'clojure'],
  ['rb', 'Ruby', 'ruby'],
  ['php', 'PHP', 'php'],
  ['rs', 'Rust', 'rust'],
  ['c h', 'C', 'c'],
  ['cc cpp cxx hpp hh', 'C++', 'c++'],
  ['cs', 'C#', 'c#'],
  ['fs', 'F#', 'f#'],
  ['vb', 'Visual Basic', 'visual-basic'],
  ['swift', 'Swift', 'swift'],
  ['m mm', 'Objective-C', 'objective-c'],
  ['dart', 'Dart', 'dart'],
  ['ex exs', 'Elixir', 'elixir'],
  ['erl', 'Erlang', 'erlang'],
  ['hs', 'Haskell', 'haskell'],
  ['ml mli', 'OCaml', 'ocaml'],
  ['lua', 'Lua', 'lua'],
  ['pl pm', 'Perl', 'perl'],
  ['r', 'R', 'r'],
  ['jl', 'Julia', 'julia'],
  ['zig', 'Zig', 'zig'],
  ['vue', 'Vue', 'vue'],
  ['svelte', 'Svelte', 'svelte'],
  ['astro', 'Astro', 'astro'],
  ['tf tofu', 'Terraform', 'terraform'],
  ['ipynb', 'Jupyter', 'jupyter'],
  ['sql', 'SQL', 'sql', true],
  ['sh bash zsh', 'Shell', 'shell', true],
  ['ps1 psm1', 'PowerShell', 'powershell', true],
  ['html htm', 'HTML', 'html', true],
  ['css scss sass less', 'CSS', 'css', true],
];

const byExtension: ReadonlyMap<string, Language> = new Map(
  languages.flatMap(([extensions, name, tag, minor]) => {
    const language: Language = { name, tag, ...(minor && { minor }) };
    return extensions.split(' ').map((extension) => [extension, language] as const);
  }),
);

/** The language of a file by its extension (lower case, without the dot); `undefined` where it is no language. */
export function languageOf(extension: string): Language | undefined {
  return byExtension.get(extension);
}
