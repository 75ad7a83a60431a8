import { execa } from 'execa';

/** What a Python says of itself. */
export interface PythonVersions {
  /** Absolute path of the program itself, whatever name or shim it was called by. */
  readonly program: string;
  readonly python: string;
  /** Name and version of every package that decides what HTML becomes of a text. */
  readonly packages: readonly string[];
  /** Version of MkDocs, when all that rendering needs can be imported. */
  readonly mkdocs?: string;
  /** Why it cannot. */
  readonly missing?: string;
}

const script = `
import importlib.metadata, json, sys
def version(name):
    try:
        return name + " " + importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return name
names = ("mkdocs", "Markdown", "pymdown-extensions", "Pygments", "mdx-truly-sane-lists", "mkdocs-material", "pathspec")
said = {"program": sys.executable, "python": sys.version.split()[0], "packages": [version(name) for name in names]}
try:
    import mkdocs, markdown, pymdownx, pymdownx.quotes, pygments
    said["mkdocs"] = mkdocs.__version__
except ImportError as error:
    said["missing"] = str(error)
print(json.dumps(said))
`;
const names = ['python3', 'python', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python3.9'];

/** Asks a Python, a path or a name of the `PATH`, what it is; nothing when it does not run. */
export async function readVersions(python: string, signal?: AbortSignal): Promise<PythonVersions | undefined> {
  const { stdout, failed } = await execa(python, ['-I', '-c', script], {
    reject: false,
    timeout: 60_000,
    stdin: 'ignore',
    ...(signal && { cancelSignal: signal }),
  });
  try {
    return failed ? undefined : (JSON.parse(stdout) as PythonVersions);
  } catch {
    return undefined;
  }
}

/** The first Python of the `PATH` that is new enough to render docs. */
export async function findSystemPython(signal: AbortSignal): Promise<PythonVersions | undefined> {
  for (const name of names) {
    const versions = await readVersions(name, signal);
    const [major = 0, minor = 0] = versions?.python.split('.').map(Number) ?? [];
    if (versions && major === 3 && minor >= 9) return versions;
  }
  return undefined;
}
