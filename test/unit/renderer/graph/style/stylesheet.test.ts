import cytoscape from 'cytoscape';
import { describe, expect, it, vi } from 'vitest';
import { graphStylesheet } from '../../../../../renderer/graph/style/stylesheet.ts';
import { THEMES, UI_FONT } from '../../../../../renderer/ui/theme/tokens.ts';
import { KINDS } from '../../../../../shared/kinds/index.ts';

const tokens = THEMES.light;

/** What Cytoscape makes of the stylesheet for a card with these classes. */
function styled(classes: string, selected = false): cytoscape.NodeSingular {
  const data = { id: 'a', kind: 'gcp-storage-bucket', label: 'bucket', image: 'data:image/svg+xml,x' };
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    style: graphStylesheet(KINDS, tokens, UI_FONT),
    elements: [{ data, classes, selected }],
  });
  return cy.nodes()[0] as cytoscape.NodeSingular;
}

function values(element: cytoscape.NodeSingular, ...names: string[]): string[] {
  return names.map((name) => String(element.style(name)));
}

function rgb(hex: string): string {
  return `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(',')})`;
}

describe('graphStylesheet', () => {
  it('has no property that Cytoscape refuses', () => {
    const warn = vi.spyOn(console, 'warn');
    styled('present tone-failed fold unsubmitted dimmed highlighted hovered focused', true);
    expect(warn.mock.calls).toStrictEqual([]);
    warn.mockRestore();
  });

  it('has a rule for every kind', () => {
    const selectors = graphStylesheet(KINDS, tokens, UI_FONT).map(({ selector }) => selector);
    expect(selectors).toStrictEqual(expect.arrayContaining(KINDS.map(({ id }) => `node[kind = "${id}"]`)));
  });

  it('draws what is not collected dashed and what could not be read dotted', () => {
    expect(values(styled('present'), 'border-style')).toStrictEqual(['solid']);
    expect(values(styled('referenced'), 'border-style', 'background-color')).toStrictEqual([
      'dashed',
      rgb(tokens.canvas),
    ]);
    expect(values(styled('unresolved'), 'border-style', 'border-color')).toStrictEqual(['dotted', rgb(tokens.warning)]);
  });

  it('draws failed and running jobs with a border of their own', () => {
    expect(values(styled('present tone-failed'), 'border-color', 'border-width')).toStrictEqual([
      rgb(tokens.danger),
      '2px',
    ]);
    expect(values(styled('present tone-running'), 'border-color')).toStrictEqual([rgb(tokens.info)]);
  });

  it('draws a fold as a stack', () => {
    expect(values(styled('present fold'), 'ghost')).toStrictEqual(['yes']);
    expect(values(styled('present'), 'ghost')).toStrictEqual(['no']);
  });

  it('tells the keyboard’s ring from selection, and shows both', () => {
    const node = styled('present focused', true);
    expect(values(node, 'border-color', 'outline-color', 'outline-width')).toStrictEqual([
      rgb(tokens.selection),
      rgb(tokens.focus),
      '3px',
    ]);
  });
});
