/** Path of Settings. */
export const settingsPath = 'settings/';

/** Path of the teams that a reader can choose from, with what they own. */
export const teamsDataPath = 'api/teams.json';
