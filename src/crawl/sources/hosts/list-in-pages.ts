import type { Asked } from './ask-patiently.ts';
import { type RawConnection, readConnection } from './graph-fields.ts';
import type { HostFailure } from './host-answer.ts';
import type { Gap, HostListing, HostRepository } from './host-repository.ts';
import { endless } from './list-until-stable.ts';

/** A page is never asked to be smaller than this. */
const smallestPage = 5;
const largestPage = 100;

/** A listing that brings nothing new for so many pages in a row has no end. */
const mostFruitless = 10;

type Failed = { readonly failure: HostFailure };

type AskForPage = (size: number, after: string | null) => Promise<Asked>;

/** How one host is asked for its repositories by GraphQL, a page at a time. */
export interface PagedListing {
  readonly ask: AskForPage;
  /** Asks for pages that cost the host less, without what can be had elsewhere; tried when the smallest page is too much. */
  readonly askForLess?: AskForPage;
  /** Takes the page out of the body of an answer; anything when there is none. */
  readonly pageIn: (body: unknown) => unknown;
  /** `undefined` when the host gave no repository, or one without what it is known by. */
  readonly readNode: (node: unknown) => HostRepository | undefined;
  /** What it means when a sound answer has no page. */
  readonly absent: HostFailure;
}

interface Pass extends HostListing {
  /** The host counts more than it listed. */
  readonly short: boolean;
}

/**
 * Lists repositories with where each stands, a hundred an answer, fewer when the host cannot. What does not add up is listed
 * once more: somebody may have created or renamed a repository in between. Gives back the failure when nothing could be listed.
 */
export async function listInPages(listing: PagedListing): Promise<HostListing | Failed> {
  const first = await listOnce(listing);
  if ('failure' in first || !first.short) return first;
  const second = await listOnce(listing);
  if ('failure' in second) return first;
  if (second.gaps.length === 0) return second;
  const byId = new Map([...first.repositories, ...second.repositories].map((each) => [each.id, each]));
  return { repositories: [...byId.values()], gaps: second.gaps };
}

async function listOnce({ pageIn, readNode, absent, ...listing }: PagedListing): Promise<Pass | Failed> {
  const listed = new Map<number, HostRepository>();
  const gaps: Gap[] = [];
  let { ask, askForLess } = listing;
  let size = largestPage;
  let unusable = 0;
  let counted = 0;
  let fruitless = 0;
  const finish = (...more: readonly Gap[]): Pass => {
    const useless = unusable > 0 ? [{ reason: `${unusable} entries describe no repository` }] : [];
    const short = more.length === 0 && listed.size + unusable < counted;
    const missing = short ? [{ reason: `the host counts ${counted} repositories and lists ${listed.size}` }] : [];
    return { repositories: [...listed.values()], gaps: [...gaps, ...more, ...missing, ...useless], short };
  };
  for (let after: string | null = null; ; ) {
    const asked = await ask(size, after);
    const tooMuch = 'failure' in asked && asked.failure.kind === 'too-much';
    if (tooMuch && size > smallestPage) {
      size = Math.max(smallestPage, Math.floor(size / 2));
      continue;
    }
    if (tooMuch && askForLess) {
      ask = askForLess;
      askForLess = undefined;
      size = largestPage;
      continue;
    }
    const answer = 'failure' in asked ? asked.answered : asked.answer;
    const page: RawConnection | undefined = readConnection(pageIn(answer?.body));
    if ('failure' in asked && (!page || tooMuch)) {
      return listed.size === 0 ? asked : finish(brokeOff(listed.size, asked.failure));
    }
    if ('failure' in asked) gaps.push(keptBack(asked.failure));
    if (!page) return listed.size === 0 ? { failure: absent } : finish(brokeOff(listed.size, absent));
    counted = Math.max(counted, page.totalCount);
    const before = listed.size;
    for (const node of page.nodes) {
      const repository = readNode(node);
      if (repository) listed.set(repository.id, 'failure' in asked ? withoutDoubt(repository) : repository);
      else unusable += 1;
    }
    if (!page.hasNextPage) return finish();
    if (page.endCursor === null || page.endCursor === after) {
      return finish({ reason: `it does not go on after ${listed.size} repositories` });
    }
    fruitless = listed.size > before ? 0 : fruitless + 1;
    if (fruitless >= mostFruitless) return finish(endless(listed.size));
    after = page.endCursor;
  }
}

// In an answer with errors, what is absent may only have been kept back: Git is asked again.
function withoutDoubt({ head, ...repository }: HostRepository): HostRepository {
  return typeof head === 'object' ? { ...repository, head } : repository;
}

function brokeOff(count: number, { reason, hint }: HostFailure): Gap {
  return { reason: `it broke off after ${count} repositories: ${reason}`, hint };
}

function keptBack({ reason, hint }: HostFailure): Gap {
  return { reason: `part of it was kept back: ${reason}`, hint };
}
