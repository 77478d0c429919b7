import type { WindowActionId } from '../../../shared/actions/actions.ts';
import type { Workbench } from '../../state/workbench.ts';

/** What an action does; called only while it applies. */
export type Runner = (workbench: Workbench) => Promise<unknown> | void;

/** What each of some actions does; those of the main process are not among them. */
export type Runners<Id extends string> = Readonly<Record<Extract<Id, WindowActionId>, Runner>>;
