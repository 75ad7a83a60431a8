/** A team of `api/teams.json`: what it and its child teams own, and how many problems of each severity that has. */
export type TeamRow = readonly [ref: string, title: string, owned: number, errors: number, warnings: number];
