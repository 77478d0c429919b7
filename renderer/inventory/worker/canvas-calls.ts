import type { CanvasCalls } from './canvas-protocol.ts';
import type { ArrangedFindings } from './findings-answer.ts';
import { hiddenRisks, risksOf } from './hidden-risks.ts';
import { labelKeys } from './label-keys.ts';
import type { OpenedInventory } from './opened-inventory.ts';
import { shownCounts } from './shown-counts.ts';

/** What the calls about what is drawn need of the service. */
export interface CanvasCallOptions {
  /** Throws where no inventory is open. */
  readonly current: () => OpenedInventory;
  readonly arranged: () => Promise<ArrangedFindings>;
}

type Asynchronous = 'hiddenRisks';

/** Returns the calls about what is drawn. */
export function canvasCalls({ current, arranged }: CanvasCallOptions): Omit<
  CanvasCalls,
  Asynchronous | 'cancelView'
> & {
  readonly [Name in Asynchronous]: (...args: Parameters<CanvasCalls[Name]>) => Promise<ReturnType<CanvasCalls[Name]>>;
} {
  return {
    shownCounts(spec) {
      const { graph, buildView, attention } = current();
      return shownCounts(graph, buildView(spec), attention);
    },
    labelKeys: () => labelKeys(current().graph),
    async hiddenRisks(spec) {
      const { members } = await arranged();
      const severe = [...(members.severity.get('critical') ?? []), ...(members.severity.get('high') ?? [])];
      return hiddenRisks(risksOf(severe), current().buildView(spec));
    },
  };
}
