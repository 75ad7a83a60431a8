/** The host does not speak what this room speaks, or says more than should be held in memory: Git itself may do better. */
export class Unsuitable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'Unsuitable';
  }
}
