/** Plain facts that go with a log line; values are redacted before they are written. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>;

/** The application's log. Lines are one event each; they hold no contents of documents. */
export interface Log {
  info(event: string, facts: LogFacts): void;
  warn(event: string, facts: LogFacts): void;
  error(event: string, facts: LogFacts): void;
}
