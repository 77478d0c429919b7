import { ArrowRightLeft } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { NodeId } from '../../shared/graph/graph.ts';
import type { PathQuestion } from '../../shared/graph/paths/find-paths.ts';
import { showOnlyNodes } from '../state/view/node-operations.ts';
import { formatCount } from '../state/format.ts';
import { showPaths } from '../state/trace/trace-operations.ts';
import { tracedParts, type TracedPaths } from '../state/trace/trace-store.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { PathEnd } from './PathEnd.tsx';
import { PathList } from './PathList.tsx';
import { PathOptions, type PathChoice } from './PathOptions.tsx';
import './trace.css';

/** Paths listed; further ones are counted. */
const LISTED = 100;

const FIRST_CHOICE: PathChoice = { mode: 'shortest', depth: 4, direction: 'any', without: [] };

export interface PathsDialogProps {
  readonly from: NodeId | undefined;
  readonly to: NodeId | undefined;
  readonly onClose: () => void;
}

/** Finds the paths between two resources and lists them; each can be lit up in the graph. */
export function PathsDialog({ from: givenFrom, to: givenTo, onClose }: PathsDialogProps): React.JSX.Element {
  const workbench = useWorkbench();
  const [from, setFrom] = useState(givenFrom);
  const [to, setTo] = useState(givenTo);
  const [choice, setChoice] = useState(() => choiceOf(workbench.trace.getState().trace, givenFrom, givenTo));
  const { inventory } = workbench;
  const answer = useAnswer(
    useCallback(async (): Promise<TracedPaths | undefined> => {
      if (from === undefined || to === undefined) return undefined;
      const question: PathQuestion = { from, to, ...choice, limit: LISTED };
      return { type: 'paths', question, answer: await inventory.paths(question), at: undefined };
    }, [inventory, from, to, choice]),
  );
  const traced = answer.status === 'ready' ? answer.value : undefined;
  const paths = traced?.answer.paths ?? [];

  function show(wanted: TracedPaths): void {
    onClose();
    workbench.run(() => showPaths(workbench, wanted));
  }

  return (
    <DialogFrame
      title="Paths between two resources"
      wide
      onClose={onClose}
      foot={
        <>
          <Button className="button" onPress={onClose}>
            Close
          </Button>
          {traced !== undefined && paths.length > 0 && (
            <>
              <Button
                className="button"
                onPress={() => {
                  onClose();
                  workbench.run(async () => {
                    workbench.trace.getState().show(traced);
                    await showOnlyNodes(workbench, tracedParts(traced).nodes, 'Show only the paths');
                  });
                }}
              >
                Show only these
              </Button>
              <Button className="button button--primary" onPress={() => show(traced)}>
                {paths.length === 1 ? 'Light it up' : 'Light up all'}
              </Button>
            </>
          )}
        </>
      }
    >
      <div className="paths-form">
        <div className="paths-form__ends">
          <PathEnd label="From" id={from} onChange={setFrom} />
          <IconButton
            label="Swap the ends"
            icon={<ArrowRightLeft size={16} aria-hidden />}
            onPress={() => {
              setFrom(to);
              setTo(from);
            }}
          />
          <PathEnd label="To" id={to} onChange={setTo} />
        </div>
        <PathOptions choice={choice} paths={paths} onChange={setChoice} />
        <p role="status" className="muted">
          {answer.status === 'loading' && 'Looking for paths…'}
          {answer.status === 'failed' && `The paths could not be looked for: ${answer.message}`}
          {answer.status === 'ready' && (traced === undefined ? 'Choose both ends.' : foundText(traced))}
        </p>
        {traced !== undefined && paths.length > 0 && (
          <PathList paths={paths} onChoose={(at) => show({ ...traced, at })} />
        )}
      </div>
    </DialogFrame>
  );
}

/** The choice of the paths that are lit up, if they are those between the same ends. */
function choiceOf(trace: unknown, from: NodeId | undefined, to: NodeId | undefined): PathChoice {
  if (!isPaths(trace) || trace.question.from !== from || trace.question.to !== to) return FIRST_CHOICE;
  const { mode, depth, direction, without } = trace.question;
  return { mode, depth, direction, without };
}

function isPaths(trace: unknown): trace is TracedPaths {
  return typeof trace === 'object' && trace !== null && 'type' in trace && trace.type === 'paths';
}

/** How many there are, what is left out and why. */
function foundText({ question, answer }: TracedPaths): string {
  const { paths, total, gaveUp } = answer;
  const { mode, depth } = question;
  if (total === 0) {
    const within = mode === 'simple' ? ` of at most ${formatCount(depth, 'link')}` : '';
    return gaveUp
      ? 'No path was found before the search was given up: there are too many ways to try. Lower the number of links.'
      : `No path${within} joins them in this inventory. What was not collected may still join them.`;
  }
  const words = mode === 'shortest' ? ['shortest path', 'shortest paths'] : ['path', 'paths'];
  const found = `${gaveUp ? 'At least ' : ''}${formatCount(total, words[0] ?? '', words[1])}`;
  const listed =
    paths.length < total
      ? ` The first ${paths.length} are listed, ${formatCount(total - paths.length, 'more path')} left out.`
      : '';
  const more = gaveUp ? ' The search was given up: there are too many ways to try.' : '';
  return `${found}.${listed}${more}`;
}
