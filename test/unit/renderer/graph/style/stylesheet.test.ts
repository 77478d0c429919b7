import cytoscape from 'cytoscape';
import { describe, expect, it, vi } from 'vitest';
import { graphStylesheet } from '../../../../../renderer/graph/style/stylesheet.ts';
import { THEMES, UI_FONT } from '../../../../../renderer/ui/theme/tokens.ts';
import { KINDS } from '../../../../../shared/kinds/index.ts';

const tokens = THEMES.light;

/** What Cytoscape makes of the stylesheet for one card and one edge with these classes. */
function styled(classes: string, selected = false): { node: cytoscape.NodeSingular; edge: cytoscape.EdgeSingular } {
  const edgeData = {
    label: 'runs as',
    labelOffset: '35.25',
    farLabelOffset: '50.9',
    sourceEnd: '104 0',
    targetEnd: '-104 0',
    distances: '10 -10',
    weights: '0.3 0.7',
  };
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    style: graphStylesheet(KINDS, tokens, UI_FONT),
    elements: [
      {
        data: { id: 'a', kind: 'gcp-storage-bucket', label: 'bucket', image: 'data:image/svg+xml,x' },
        classes,
        selected,
      },
      { data: { id: 'b', kind: 'gcp-ai-platform-custom-job', label: 'job', image: 'data:image/svg+xml,y' } },
      { data: { id: 'e', source: 'a', target: 'b', ...edgeData }, classes },
    ],
  });
  return { node: cy.nodes('#a')[0] as cytoscape.NodeSingular, edge: cy.edges()[0] as cytoscape.EdgeSingular };
}

function values(element: cytoscape.NodeSingular | cytoscape.EdgeSingular, ...names: string[]): string[] {
  return names.map((name) => String(element.style(name)));
}

function rgb(hex: string): string {
  return `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(',')})`;
}

describe('graphStylesheet', () => {
  it('has no property that Cytoscape refuses', () => {
    const warn = vi.spyOn(console, 'warn');
    styled(
      'present tone-failed fold unsubmitted dimmed highlighted hovered focused readable named far merged derived flow-in dense',
      true,
    );
    expect(warn.mock.calls).toStrictEqual([]);
    warn.mockRestore();
  });

  it('has a rule for every kind', () => {
    const selectors = graphStylesheet(KINDS, tokens, UI_FONT).map(({ selector }) => selector);
    expect(selectors).toStrictEqual(expect.arrayContaining(KINDS.map(({ id }) => `node[kind = "${id}"]`)));
  });

  it('draws what is not collected dashed and what could not be read dotted', () => {
    expect(values(styled('present').node, 'border-style')).toStrictEqual(['solid']);
    expect(values(styled('referenced').node, 'border-style', 'background-color')).toStrictEqual([
      'dashed',
      rgb(tokens.canvas),
    ]);
    expect(values(styled('unresolved').node, 'border-style', 'border-color')).toStrictEqual([
      'dotted',
      rgb(tokens.warning),
    ]);
  });

  it('draws failed and running jobs with a border of their own', () => {
    expect(values(styled('present tone-failed').node, 'border-color', 'border-width')).toStrictEqual([
      rgb(tokens.danger),
      '2px',
    ]);
    expect(values(styled('present tone-running').node, 'border-color')).toStrictEqual([rgb(tokens.info)]);
  });

  it('draws a fold as a stack', () => {
    expect(values(styled('present fold').node, 'ghost')).toStrictEqual(['yes']);
    expect(values(styled('present').node, 'ghost')).toStrictEqual(['no']);
  });

  it('tells the keyboard’s ring from selection, and shows both', () => {
    const { node } = styled('present focused', true);
    expect(values(node, 'border-color', 'outline-color', 'outline-width')).toStrictEqual([
      rgb(tokens.selection),
      rgb(tokens.focus),
      '3px',
    ]);
  });

  it.each([
    ['flow-in', 'triangle', 'none'],
    ['flow-out', 'none', 'triangle'],
    ['flow-both', 'triangle', 'triangle'],
    ['flow-none', 'none', 'circle'],
  ])('draws arrow heads by data flow: %s', (flow, source, target) => {
    const { edge } = styled(`exact ${flow}`);
    expect(values(edge, 'source-arrow-shape', 'target-arrow-shape')).toStrictEqual([source, target]);
  });

  it('draws heuristic links dashed, derived ones long-dashed and exact ones solid', () => {
    expect(values(styled('exact').edge, 'line-style')).toStrictEqual(['solid']);
    expect(values(styled('derived').edge, 'line-style', 'line-dash-pattern')).toStrictEqual(['dashed', '12 4']);
    expect(values(styled('heuristic').edge, 'line-style', 'line-dash-pattern')).toStrictEqual(['dashed', '4 4']);
  });

  it('draws coarse links straight and without heads, but for the one that is asked for', () => {
    const heads = ['source-arrow-shape', 'target-arrow-shape', 'curve-style', 'line-style'];
    expect([
      values(styled('derived flow-both coarse').edge, ...heads),
      values(styled('heuristic flow-both coarse traced').edge, ...heads),
      values(styled('derived flow-both').edge, ...heads),
    ]).toStrictEqual([
      ['none', 'none', 'straight', 'solid'],
      ['triangle', 'triangle', 'straight', 'dashed'],
      ['triangle', 'triangle', 'unbundled-bezier', 'dashed'],
    ]);
  });

  it('names links when they are pointed at', () => {
    const { edge } = styled('exact hovered');
    expect(values(edge, 'target-label', 'target-text-offset', 'font-size')).toStrictEqual([
      'runs as',
      '35.25px',
      '10px',
    ]);
  });

  it('names the first of several links of one relation where there is room, and none where there is not', () => {
    expect(values(styled('exact readable first').edge, 'target-label')).toStrictEqual(['runs as']);
    expect(values(styled('exact readable').edge, 'target-label')).toStrictEqual(['']);
    expect(values(styled('exact first').edge, 'target-label')).toStrictEqual(['']);
  });

  it('names links in larger letters, further from the arrow, where cards are small', () => {
    const { edge } = styled('exact named far');
    expect(values(edge, 'target-label', 'target-text-offset', 'font-size')).toStrictEqual([
      'runs as',
      '50.9px',
      '17px',
    ]);
  });

  it('takes the course of a link from its data', () => {
    const { edge } = styled('exact');
    expect(
      values(edge, 'source-endpoint', 'target-endpoint', 'control-point-distances', 'control-point-weights'),
    ).toStrictEqual(['104px 0px', '-104px 0px', '10px -10px', '0.3 0.7']);
  });
});
