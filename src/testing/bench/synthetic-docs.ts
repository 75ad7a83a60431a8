/** A docs site of ten pages: headings, a table, code, an admonition, links to each other. */
export function syntheticDocs(name: string, pick: (below: number) => number): Readonly<Record<string, string>> {
  const pages = Array.from({ length: 10 }, (_, index) => [
    `docs/${index === 0 ? 'index' : `page-${index}`}.md`,
    page(name, index, pick),
  ]);
  return { 'mkdocs.yml': `site_name: ${name}\nplugins: [techdocs-core]\n`, ...Object.fromEntries(pages) };
}

function page(name: string, index: number, pick: (below: number) => number): string {
  const sections = Array.from(
    { length: 5 },
    (_, at) => `## Part ${at}

${name} keeps ${pick(1000)} of these, and hands them on in order. See [the next page](page-${(index % 9) + 1}.md).

| Setting | Default |
| --- | --- |
| \`limit\` | ${pick(100)} |

\`\`\`python
def part_${at}(limit: int = ${pick(100)}) -> int:
    return limit * ${pick(9)}
\`\`\`

!!! note "Before you change it"
    Tell the owners of ${name}.
`,
  );
  return `# ${name}: page ${index}\n\n${sections.join('\n')}`;
}
