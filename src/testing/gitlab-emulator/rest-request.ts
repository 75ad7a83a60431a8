import type { Viewer } from './gitlab-host.ts';
import type { Group, Project } from './gitlab-model.ts';

/** An answer of REST; `route` is how GitLab's description calls what was asked, if it has it. */
export interface RestAnswer {
  readonly route?: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What was asked for, taken apart. */
export interface RestRequest {
  /** Without the query. */
  readonly url: string;
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
}

/** Answers what was asked for. */
export type RestHandler = (viewer: Viewer, request: RestRequest) => RestAnswer;

/** A group by its number or path, if it may be seen. */
export function findGroup({ model, access, identity }: Viewer, id: string): Group | undefined {
  const group = /^\d+$/.test(id) ? model.groups.find((it) => it.id === Number(id)) : model.group(id);
  return group && !group.owner && access.seesGroup(identity, group) ? group : undefined;
}

/** A project by its number or path, if it may be seen. */
export function findProject({ model, access, identity }: Viewer, id: string): Project | undefined {
  const project = /^\d+$/.test(id) ? model.projects.find((it) => it.id === Number(id)) : model.project(id);
  return project && access.seesProject(identity, project) ? project : undefined;
}

/** What cannot be seen is not there. */
export function notFound(what: string): RestAnswer {
  return { status: 404, headers: {}, body: { message: `404 ${what} Not Found` } };
}
