/** Where the content of kept files lies; the part of the crawl's blob store that docs need. */
export interface DocsBlobs {
  /** Absolute path of a file with the blob's bytes. */
  readonly pathOf: (oid: string) => string;
  readonly read: (oid: string) => Promise<Uint8Array>;
}
