const publishedTypes: ReadonlySet<string> = new Set([
  ...[
    'png',
    'jpg',
    'jpeg',
    'gif',
    'webp',
    'avif',
    'ico',
    'bmp',
    'svg',
    'mp4',
    'webm',
    'ogv',
    'mov',
    'mp3',
    'ogg',
    'wav',
    'm4a',
  ],
  ...['pdf', 'txt', 'csv', 'tsv', 'json', 'yaml', 'yml', 'toml', 'log', 'proto', 'graphql', 'avsc', 'sql', 'ipynb'],
  ...[
    'zip',
    'gz',
    'tgz',
    'tar',
    '7z',
    'docx',
    'xlsx',
    'pptx',
    'odt',
    'ods',
    'odp',
    'drawio',
    'excalidraw',
    'puml',
    'vtt',
  ],
]);

/** Lower-case extension of a path without its dot. */
export function extensionOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** Whether a file from a docs folder may be published as it is (SVG: after sanitising). HTML, XML and scripts never. */
export function isPublishedAsset(path: string): boolean {
  return publishedTypes.has(extensionOf(path));
}
