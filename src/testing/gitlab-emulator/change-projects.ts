import { fullPathOf, type GitlabModel, type Group, lineOf, type Project, projectPathOf } from './gitlab-model.ts';

/** Gives a project another path in the same group. The host redirects from the old one. */
export function renameProject(model: GitlabModel, project: Project, path: string): void {
  moving(model, [project], () => {
    project.path = path;
    project.name = path;
  });
}

/** Moves a project to another group, which is made when it is not there. */
export function transferProject(model: GitlabModel, project: Project, groupPath: string): void {
  moving(model, [project], () => {
    project.namespace = model.addGroup(groupPath);
  });
}

/** Gives a group another path; everything below it moves along. */
export function renameGroup(model: GitlabModel, group: Group, path: string): void {
  moving(model, projectsBelow(model, group), () => {
    group.path = path;
    group.name = path;
  });
}

/** Moves a group, and everything below it, into another one or to the top. */
export function transferGroup(model: GitlabModel, group: Group, parentPath: string | undefined): void {
  moving(model, projectsBelow(model, group), () => {
    group.parent = parentPath === undefined ? undefined : model.addGroup(parentPath);
  });
}

/**
 * What "delete" does first, since GitLab 18: the project stays until its time is up, archived and under another name, so that
 * the old one is free. https://docs.gitlab.com/user/project/working_with_projects/#delete-a-project
 */
export function markForDeletion(model: GitlabModel, project: Project, day = '2026-03-01'): void {
  renameProject(model, project, `${project.path}-deletion_scheduled-${project.id}`);
  project.archived = true;
  project.markedForDeletionOn = day;
}

/** Takes that back. */
export function restoreProject(model: GitlabModel, project: Project): void {
  renameProject(model, project, project.path.replace(/-deletion_scheduled-\d+$/, ''));
  project.archived = false;
  project.markedForDeletionOn = null;
}

/** Deletes a group with everything below it, at once. */
export function deleteGroup(model: GitlabModel, group: Group): void {
  for (const project of projectsBelow(model, group)) model.delete(project);
  const gone = model.groups.filter((each) => lineOf(each).includes(group));
  for (const each of gone) model.groups.splice(model.groups.indexOf(each), 1);
}

/** Gives a branch another name; when it was the default branch, the new one is. */
export function renameBranch(project: Project, from: string, to: string): void {
  const commit = project.branches.get(from);
  if (commit) project.branches.set(to, commit);
  project.branches.delete(from);
  if (project.defaultBranch === from) setDefaultBranch(project, to);
  project.version += 1;
}

/** Says which branch is the default one. It need not be there. */
export function setDefaultBranch(project: Project, branch: string): void {
  project.defaultBranch = branch;
  project.version += 1;
}

/** The projects of a group and of all groups below it. */
export function projectsBelow(model: GitlabModel, group: Group): readonly Project[] {
  return model.projects.filter(({ namespace }) => lineOf(namespace).includes(group));
}

/** All groups below a group. */
export function groupsBelow(model: GitlabModel, group: Group): readonly Group[] {
  return model.groups.filter((each) => each !== group && lineOf(each).includes(group));
}

function moving(model: GitlabModel, projects: readonly Project[], move: () => void): void {
  const before = projects.map((project) => [projectPathOf(project), project.id] as const);
  move();
  for (const [path, id] of before) model.former.remember(path, id);
  for (const project of projects) model.former.forget(projectPathOf(project));
  const paths = model.groups.map(fullPathOf);
  if (new Set(paths).size < paths.length) throw new Error(`Two groups have one path: ${paths.sort().join(', ')}`);
}
