/** Runs tasks, a bounded number of each lane at once, in the order in which they were added. */
export interface WorkQueue {
  add(lane: string, task: () => Promise<void>): void;
  /** Resolves when every task has ended, those added meanwhile too; rejects with the first error a task threw. */
  idle(): Promise<void>;
}

interface Lane {
  tasks: (() => Promise<void>)[];
  next: number;
  running: number;
}

/** Makes an empty queue; `parallel` tasks of one lane run at once. */
export function createWorkQueue(parallel: number): WorkQueue {
  const lanes = new Map<string, Lane>();
  let open = 0;
  let failure: { readonly error: unknown } | undefined;
  let waiting: (() => void)[] = [];

  function settle(): void {
    open -= 1;
    if (open === 0) {
      const all = waiting;
      waiting = [];
      for (const wake of all) {
        wake();
      }
    }
  }

  async function run(lane: Lane, task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      failure ??= { error };
    }
    lane.running -= 1;
    start(lane);
    settle();
  }

  function start(lane: Lane): void {
    while (lane.running < parallel && lane.next < lane.tasks.length) {
      const task = lane.tasks[lane.next];
      lane.next += 1;
      if (lane.next === lane.tasks.length) {
        lane.tasks = [];
        lane.next = 0;
      }
      if (task !== undefined) {
        lane.running += 1;
        // `run` handles what the task throws.
        run(lane, task).catch(settle);
      }
    }
  }

  return {
    add(name, task) {
      const lane = lanes.get(name) ?? { tasks: [], next: 0, running: 0 };
      lanes.set(name, lane);
      lane.tasks.push(task);
      open += 1;
      start(lane);
    },
    async idle() {
      if (open > 0) {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      }
      if (failure !== undefined) {
        throw failure.error instanceof Error ? failure.error : new Error(String(failure.error));
      }
    },
  };
}
