import cytoscape from 'cytoscape';
import { describe, expect, it } from 'vitest';
import { setClass } from '../../../../../renderer/graph/elements/set-class.ts';

describe('setClass()', () => {
  it('has a node styled anew only where it changes something', () => {
    const cy = cytoscape({ headless: true, styleEnabled: true, elements: [{ data: { id: 'a' } }] });
    const node = cy.nodes()[0];
    let styled = 0;
    cy.on('style', 'node', () => (styled += 1));
    const seen = [true, true, false, false].map((wanted) => {
      if (node !== undefined) setClass(node, 'marked', wanted);
      return [node?.hasClass('marked'), styled];
    });
    expect(seen).toStrictEqual([
      [true, 1],
      [true, 1],
      [false, 2],
      [false, 2],
    ]);
  });
});
