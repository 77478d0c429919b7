/** What tells calls apart. */
export interface CallSubject {
  /** Host of the API. */
  readonly service: string;
  /** RPC name: `ListCustomJobs`. */
  readonly method: string;
  /** Project in the name, by id where the estate has it, else as the caller spelt it; '' if none. */
  readonly projectId: string;
  /** The same by number. */
  readonly projectNumber: string;
  /** Location, region or zone in the name; '' if none. */
  readonly location: string;
  /** Relative name. */
  readonly name: string;
  readonly transport: 'grpc' | 'rest';
}

/** One call the fake received. */
export interface RecordedCall extends CallSubject {
  readonly parameters: Readonly<Record<string, string>>;
  readonly userProject: string | undefined;
  /** E-mail address of the token's principal. */
  readonly principal: string | undefined;
  /** Host name the client asked for. */
  readonly host: string;
  readonly userAgent: string | undefined;
}

/** Calls that have all the given facts; a project is given by id or number. */
export interface CallPattern {
  readonly service?: string;
  readonly method?: string;
  readonly project?: string;
  readonly location?: string;
  readonly name?: string;
  readonly transport?: 'grpc' | 'rest';
}

/** The calls so far. */
export interface Calls {
  all(pattern?: CallPattern): readonly RecordedCall[];
  count(pattern?: CallPattern): number;
  /** The most calls of one service (of all services if not given) that were under way at once. */
  maxInFlight(service?: string): number;
  /** Calls under way now. */
  inFlight(): number;
}

/** The side of the servers: a call begins, and the function returned ends it (once, however often it is called). */
export interface CallLog extends Calls {
  begin(call: RecordedCall): () => void;
}

/** Makes an empty log. */
export function createCallLog(): CallLog {
  const calls: RecordedCall[] = [];
  const current = new Map<string, number>();
  const most = new Map<string, number>();

  function change(service: string, by: 1 | -1): void {
    const count = (current.get(service) ?? 0) + by;
    current.set(service, count);
    most.set(service, Math.max(count, most.get(service) ?? 0));
  }

  function all(pattern: CallPattern = {}): readonly RecordedCall[] {
    return calls.filter((call) => matchesCall(pattern, call));
  }

  return {
    all,
    count: (pattern) => all(pattern).length,
    maxInFlight: (service = EVERY_SERVICE) => most.get(service) ?? 0,
    inFlight: () => current.get(EVERY_SERVICE) ?? 0,
    begin(call) {
      calls.push(call);
      change(call.service, 1);
      change(EVERY_SERVICE, 1);
      let ended = false;
      return () => {
        if (!ended) {
          ended = true;
          change(call.service, -1);
          change(EVERY_SERVICE, -1);
        }
      };
    },
  };
}

const EVERY_SERVICE = '*';

/** Whether a call has all facts of a pattern. */
export function matchesCall(pattern: CallPattern, call: CallSubject): boolean {
  return (
    (pattern.service === undefined || pattern.service === call.service) &&
    (pattern.method === undefined || pattern.method === call.method) &&
    (pattern.project === undefined || pattern.project === call.projectId || pattern.project === call.projectNumber) &&
    (pattern.location === undefined || pattern.location === call.location) &&
    (pattern.name === undefined || pattern.name === call.name) &&
    (pattern.transport === undefined || pattern.transport === call.transport)
  );
}
