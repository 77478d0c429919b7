import { configurationIn, CONFIGURATION_KEY } from './findings-store.ts';
import type { Workbench } from '../workbench.ts';

/** The part of a workbench that follows other windows. */
type Following = Pick<Workbench, 'findings' | 'notices' | 'run'> & {
  readonly inventory: Pick<Workbench['inventory'], 'configureFindings'>;
};

/** Judges by what is chosen in another window as soon as it is: all windows judge by one configuration. */
export function followConfiguration(
  { findings, inventory, notices, run }: Following,
  page: Pick<Window, 'addEventListener'>,
): void {
  page.addEventListener('storage', ({ key, newValue }) => {
    if (key !== CONFIGURATION_KEY) return;
    const configuration = configurationIn(newValue);
    run(async () => {
      const reading = await inventory.configureFindings(configuration?.text);
      if (!reading.ok) return;
      findings.setState({ configuration });
      notices
        .getState()
        .announce(`Findings are judged by ${configuration?.file ?? 'the defaults'}, as chosen in another window.`);
    });
  });
}
