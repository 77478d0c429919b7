/** What one process is to list, and how. */
export interface Listing {
  /**
   * `pages`: page after page through our transport; `collection`: our whole collector; `client`: the official client, as its
   * documentation shows it; `fetch`: nothing but Node's fetch and JSON.parse.
   */
  readonly way: 'pages' | 'collection' | 'client' | 'fetch';
  readonly transport: 'grpc' | 'rest';
  readonly restAddress: string;
  readonly tlsPort: number;
  /** PEM. */
  readonly certificate: string;
  readonly token: string;
  readonly project: string;
  readonly location: string;
}

/** What it took, from the start of the program with everything it had to load. */
export interface ListingResult {
  readonly jobs: number;
  readonly milliseconds: number;
  /** Most memory of the process, in megabytes. */
  readonly memory: number;
  /** Longest time in which the process did nothing else, in milliseconds. */
  readonly longestBlock: number;
}
