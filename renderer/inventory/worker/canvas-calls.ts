import type { Analysis } from '../../../shared/findings/finding.ts';
import type { CanvasCalls } from './protocol/canvas-protocol.ts';
import { hiddenRisks, risksOf } from './findings/hidden-risks.ts';
import { labelKeys } from './label-keys.ts';
import type { OpenedInventory } from './opening/opened-inventory.ts';
import { shownCounts } from './shown-counts.ts';

/** What the calls about what is drawn need of the service. */
export interface CanvasCallOptions {
  /** Throws where no inventory is open. */
  readonly current: () => OpenedInventory;
  readonly judged: () => Promise<Analysis>;
}

type Asynchronous = 'hiddenRisks';

/** Returns the calls about what is drawn. */
export function canvasCalls({ current, judged }: CanvasCallOptions): Omit<CanvasCalls, Asynchronous | 'cancelView'> & {
  readonly [Name in Asynchronous]: (...args: Parameters<CanvasCalls[Name]>) => Promise<ReturnType<CanvasCalls[Name]>>;
} {
  return {
    shownCounts(spec) {
      const { graph, buildView, attention } = current();
      return shownCounts(graph, buildView(spec), attention);
    },
    labelKeys: () => labelKeys(current().graph),
    async hiddenRisks(spec) {
      const { findings } = await judged();
      const severe = findings.filter(({ severity }) => severity === 'critical' || severity === 'high');
      return hiddenRisks(risksOf(severe), current().buildView(spec));
    },
  };
}
