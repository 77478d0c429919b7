/** A newer call of the same name came in while this one was being worked on, or nobody wants its answer any more. */
export class Superseded extends Error {
  constructor() {
    super('A newer request replaced this one.');
    this.name = 'Superseded';
  }
}
