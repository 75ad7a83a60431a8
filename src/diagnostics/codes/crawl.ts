import type { CodeEntry } from '../code-entry.ts';

/** Codes of the `crawl` area. */
export const crawlCodes = {
  'crawl/source-unreadable': {
    severity: 'error',
    title: 'A source cannot be read',
    why: 'Its repositories are shown as an earlier build read them; those that none has read are missing from this portal.',
    fix: 'Check the address and the access rights of this source in callboard.yaml.',
  },
  'crawl/source-empty': {
    severity: 'warning',
    title: 'A source holds no repository',
    why: 'It adds nothing to the portal, which is rarely what was meant.',
    fix: 'Check the path or the name filters of this source in callboard.yaml, or remove it.',
  },
  'crawl/listing-incomplete': {
    severity: 'error',
    title: 'The list of repositories is incomplete',
    why: 'Repositories that are not on it are shown as an earlier build read them; nothing is taken for gone.',
    fix: 'Run again. If it stays, check the status of the host and the rate limit of the token.',
  },
  'crawl/address-refused': {
    severity: 'error',
    title: 'An address is not one that may be used',
    why: 'Names, branches and URLs reach Git and the API of the host, so only well-formed ones are passed on.',
    fix: 'Write a plain https:, ssh: or file: URL, owner, name or branch, without credentials, "..", or control characters.',
  },
  'crawl/repository-unreadable': {
    severity: 'error',
    title: 'A repository cannot be read',
    why: 'It is shown as an earlier build read it; if none has, its entities and docs are missing from this portal.',
    fix: 'Check that the repository exists and that the token of its source may read it.',
  },
  'crawl/repository-empty': {
    severity: 'info',
    title: 'A repository has no commit',
    why: 'There is nothing in it to show.',
    fix: 'Push a first commit, or exclude the repository from its source.',
  },
  'crawl/repository-missing': {
    severity: 'warning',
    title: 'A repository is missing where it was',
    why: 'One answer of a host proves nothing, so it is shown as an earlier build read it; when the next complete list does not have it either, it is taken for gone.',
    fix: 'Nothing, if it was deleted or moved away. Otherwise check that the token of its source may still see it.',
  },
  'crawl/repository-removed': {
    severity: 'info',
    title: 'A repository is gone',
    why: 'Its entities and docs are taken out of the portal.',
    fix: 'Nothing, if that was meant. Otherwise check the source and its filters in callboard.yaml.',
  },
  'crawl/kept-copy-lost': {
    severity: 'error',
    title: 'The kept copy of a repository is lost',
    why: 'It could not be read in this build, and what earlier ones kept of it is damaged, so its entities and docs are missing from this portal.',
    fix: 'Restore .callboard from a copy, or see to it that the repository can be read and build again.',
  },
  'crawl/repository-repeated': {
    severity: 'info',
    title: 'A repository was found twice',
    why: 'It is read once, as the first source that names it says.',
    fix: 'Remove it from one of the two sources.',
  },
  'crawl/slug-repeated': {
    severity: 'info',
    title: 'Two repositories have the same name',
    why: 'The second one is shown under a longer name, so that addresses stay unique.',
    fix: 'Rename one of them, or leave one out, if the longer name disturbs.',
  },
  'crawl/repository-too-slow': {
    severity: 'error',
    title: 'Reading a repository takes too long',
    why: 'One repository may not hold up the others, so it was given up; it is shown as an earlier build read it, if one has.',
    fix: 'Raise crawl.secondsPerRepository, or make the repository smaller.',
  },
  'crawl/out-of-time': {
    severity: 'warning',
    title: 'There is no time left for some repositories',
    why: 'They are shown as an earlier build read them. Those that wait longest come first in the next build, so each has its turn.',
    fix: 'Nothing, if the next build catches up. Otherwise raise crawl.minutes, or build more often.',
  },
  'crawl/too-many-paths': {
    severity: 'error',
    title: 'A commit has more paths than can be listed',
    why: 'The rest of the commit was not looked at.',
    fix: 'Exclude the repository from its source, or split it.',
  },
  'crawl/too-many-files': {
    severity: 'error',
    title: 'Too many files are wanted of one repository',
    why: 'The files beyond the limit were not read, so docs or entities may be missing.',
    fix: 'Raise crawl.filesPerRepository, or move what is not documentation out of the docs folders.',
  },
  'crawl/too-many-bytes': {
    severity: 'error',
    title: 'Too many bytes are wanted of one repository',
    why: 'The files beyond the limit were not read, so docs or entities may be missing.',
    fix: 'Raise crawl.bytesPerRepository, or move large files out of the docs folders.',
  },
  'crawl/file-too-large': {
    severity: 'error',
    title: 'A file is larger than the limit',
    why: 'It was not read, so what refers to it is incomplete.',
    fix: 'Make the file smaller, or raise crawl.bytesPerFile.',
  },
  'crawl/not-utf8': {
    severity: 'error',
    title: 'A text file is not UTF-8',
    why: 'Guessing the encoding would show wrong characters, so the file was not read.',
    fix: 'Save the file as UTF-8.',
  },
  'crawl/lfs-pointer': {
    severity: 'warning',
    title: 'A file is kept in Git LFS',
    why: 'The repository holds only a pointer to it, and LFS content is not fetched.',
    fix: 'Keep the file in Git itself, or link to where it is published.',
  },
  'crawl/symlink': {
    severity: 'warning',
    title: 'A wanted path is a symbolic link',
    why: 'Links are not followed, because they may lead out of the repository.',
    fix: 'Replace the link by the file itself, or refer to the place that it points to.',
  },
  'crawl/submodule': {
    severity: 'warning',
    title: 'A wanted path is in a submodule',
    why: 'Submodules are other repositories and are not followed.',
    fix: 'Describe the other repository by a catalog file of its own.',
  },
  'crawl/path-refused': {
    severity: 'warning',
    title: 'A commit holds paths that are not safe to use',
    why: 'Paths with "..", ".git", backslashes, control characters or broken encoding are left out.',
    fix: 'Rename these files.',
  },
  'crawl/blob-missing': {
    severity: 'error',
    title: 'The content of a file is missing from its repository',
    why: 'The repository is damaged or was cloned incompletely, so the file was not read.',
    fix: 'Run `git fsck` in the repository and fetch it again.',
  },
} as const satisfies Record<`crawl/${string}`, CodeEntry>;
