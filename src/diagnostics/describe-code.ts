import { splitCode } from './code-areas.ts';
import { compareFiles, type ExampleFiles } from './code-example.ts';
import { exampleOf } from './code-examples.ts';
import { type DiagnosticCode, diagnosticCodes } from './codes.ts';
import type { Severity } from './diagnostic.ts';

const effects: Readonly<Record<Severity, string>> = {
  error: 'Something is missing from the portal because of it, and `callboard build` ends with exit code 1.',
  warning: 'What it concerns is in the portal, but not right. It does not change the exit code.',
  info: 'It is worth knowing, and nothing is wrong. It does not change the exit code.',
};
const effectsOfChange: Partial<Readonly<Record<Severity, string>>> = {
  warning: 'It changes the exit code of `callboard validate` with `--strict` only.',
};

/** The reference page of a code as Markdown: what it is, why it matters, what to do, an example, its severity. */
export function describeCode(code: DiagnosticCode): string {
  const { title, severity, why, fix } = diagnosticCodes[code];
  return `# ${title}

\`${code}\`

${why}

**What to do.** ${fix}

${describeExample(code)}## Severity

By default **${severity}**. ${effectOf(code)} The portal's owner changes it in \`callboard.yaml\`:

\`\`\`yaml
diagnostics:
  ${code}: ${severity === 'error' ? 'warning' : severity === 'warning' ? 'error' : 'off'} # off, info, warning or error
\`\`\`
`;
}

function effectOf(code: DiagnosticCode): string {
  const { severity } = diagnosticCodes[code];
  return (splitCode(code).area === 'validate' && effectsOfChange[severity]) || effects[severity];
}

function describeExample(code: DiagnosticCode): string {
  const example = exampleOf(code);
  if (!example) return '';
  return `## Example

This has the problem:

${describeFiles(example.bad, example.good)}
This has not:

${describeFiles(example.good, example.bad)}
`;
}

function describeFiles(files: ExampleFiles, others: ExampleFiles): string {
  return compareFiles(files, others)
    .map(({ path, lines }) => {
      const marked = lines.flatMap((line, index) => (line.marked ? [index + 1] : []));
      const options = [`title="${path}"`, ...(marked.length > 0 ? [`hl_lines="${marked.join(' ')}"`] : [])].join(' ');
      return `\`\`\`${languageOf(path)} ${options}\n${lines.map(({ text }) => text).join('\n')}\n\`\`\`\n`;
    })
    .join('\n');
}

function languageOf(path: string): string {
  return path.endsWith('.json') ? 'json' : 'yaml';
}
