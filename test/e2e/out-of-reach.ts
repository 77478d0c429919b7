import type { Page } from 'playwright/test';

/**
 * Elements of a part of the window that cut off what is in them where nothing lets one scroll to it. Texts that end in dots are
 * not meant: what they say whole is elsewhere. Nor is the graph, which is moved about.
 */
export function outOfReach(page: Page, part: string): Promise<readonly string[]> {
  return page.evaluate((selector) => {
    const roots = [...document.querySelectorAll(selector)];
    const elements = roots.flatMap((root) => [root, ...root.querySelectorAll('*')]);
    return elements.flatMap((element) => {
      const { overflowX, overflowY, textOverflow, webkitLineClamp, clipPath, position } = getComputedStyle(element);
      const isDotted = textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
      const isForReadersOnly = position === 'absolute' && (clipPath !== 'none' || element.clientWidth <= 1);
      if (isDotted || isForReadersOnly || element.closest('[aria-hidden="true"], canvas, svg, .graph') !== null)
        return [];
      const cuts = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      const below = cuts(overflowY) ? element.scrollHeight - element.clientHeight : 0;
      const beside = cuts(overflowX) ? element.scrollWidth - element.clientWidth : 0;
      // Borders and fractions of pixels.
      if (below <= 2 && beside <= 2) return [];
      return `${element.tagName.toLowerCase()}.${element.className}: ${String(below)} below, ${String(beside)} beside`;
    });
  }, part);
}
