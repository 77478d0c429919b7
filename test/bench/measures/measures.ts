import type { Measure } from '../figure.ts';
import { measureAccess } from './access.ts';
import { measureFindings } from './findings.ts';
import { measureImport } from './import.ts';
import { measureLive } from './live.ts';
import { measureLoading } from './loading.ts';
import { measureQuery } from './query.ts';
import { measureSearch } from './search.ts';
import { measureTurns } from './turns.ts';
import { measureView } from './view.ts';

/** Measures in the order of the report; each runs in a process of its own, so that none inherits another's memory. */
export const MEASURES: readonly Measure[] = [
  { name: 'loading', run: measureLoading },
  { name: 'turns', run: measureTurns },
  { name: 'search', run: measureSearch },
  { name: 'query', run: measureQuery },
  { name: 'view', run: measureView },
  { name: 'access', run: measureAccess },
  { name: 'findings', run: measureFindings },
  { name: 'import', run: measureImport },
  { name: 'live', run: measureLive },
];
