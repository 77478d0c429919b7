import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { ElectronRuntime } from '../../../electron/runtime/find-electron.ts';
import type { Figure } from '../figure.ts';
import { listingBytes } from '../pipeline.ts';
import { percentile } from '../timing.ts';
import { type Area, drawRawScene, type FrameRates, measureGestures, type Scene } from './gestures.ts';
import { type Answer, type Change, inputToPaint } from './input-to-paint.ts';
import { type Started, startApp, temporaryFolder, writeTrivialApp } from './start.ts';

const LOADED = 50_000;
const RUNS = 3;
/** The pointer must rest so long on a card before it is taken for meant: no part of the answer's time. */
const HOVER_REST = 110;

/** Nodes drawn besides the first view, which is some 120: as in the targets of drawing, and as many as one may want to see. */
const MORE_NODES = [500, 3_000] as const;
/** So many are brought in by one click. */
const AT_ONCE = 500;

/** What was measured of one scene. */
interface Measured {
  readonly scene: Scene;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly longest: number;
  readonly rates: FrameRates;
}

/** Frame rates and answers of a window with 50,000 jobs loaded, with about 600 and with about 3,000 nodes drawn. */
export async function measureDrawn(electron: ElectronRuntime, app: string): Promise<Figure[]> {
  const folder = await temporaryFolder();
  const file = join(folder, 'jobs.json');
  await writeFile(file, listingBytes(LOADED));
  const started = await startApp(electron, app, [file]);
  let measured: readonly Measured[];
  try {
    measured = await measureScenes(started);
  } finally {
    // An app that is left open keeps the whole run from ending.
    await started.close();
    await rm(folder, { recursive: true });
  }
  const figures: Figure[] = [];
  for (const each of measured) figures.push(...figuresOf(each, await measureRaw(electron, each.scene)));
  return figures;
}

async function measureScenes(started: Started): Promise<Measured[]> {
  const { page } = started;
  await started.printed('ready:');
  // So many resources are listed at first.
  await page.getByRole('button', { name: 'Draw the graph anyway' }).click();
  await drawnWhole(page);
  const measured: Measured[] = [];
  let drawn = 0;
  for (const more of MORE_NODES) {
    for (; drawn < more; drawn += AT_ONCE) await drawMore(page);
    const scene = await sceneOf(page);
    const point = await findCard(page, scene.area);
    await watchTasks(page);
    const answers = await measureAnswers(page, scene.area, point);
    const longest = await longestWatched(page);
    measured.push({ scene, answers, longest, rates: await measureGestures(page, scene.area) });
  }
  return measured;
}

function figuresOf({ scene, answers, longest, rates }: Measured, floor: FrameRates): Figure[] {
  const name = `${LOADED} jobs loaded, ${scene.nodes} nodes and ${scene.edges} links drawn`;
  const slower = (gesture: 'pan' | 'zoom'): Figure => ({
    name: `${name}: milliseconds per frame of ${gesture === 'pan' ? 'panning' : 'zooming'}`,
    value: 1000 / rates[gesture],
    unit: 'ms',
    floor: { name: 'a raw canvas', value: 1000 / floor[gesture] },
    target: { kind: 'ratio', most: 1 / 0.7 },
  });
  return [
    slower('pan'),
    slower('zoom'),
    ...Object.entries(answers).flatMap(([action, { first, whole }]): Figure[] => [
      {
        name: `${name}: input to paint, ${action}`,
        value: first,
        unit: 'ms',
        target: { kind: 'value', most: 100 },
      },
      {
        name: `${name}: input to paint, ${action}, with all cards and links`,
        value: whole,
        unit: 'ms',
        // What takes longer needs something that tells how far it is.
        target: { kind: 'value', most: 1000 },
      },
    ]),
    {
      name: `${name}: longest task of the window during all this (0: none over 50 ms)`,
      value: longest,
      unit: 'ms',
      target: { kind: 'value', most: 50 },
    },
  ];
}

/** Brings 500 neighbours of a network into the view, as a user does who wants to see them all. */
async function drawMore(page: Page): Promise<void> {
  await openExpand(page);
  const graph = page.getByRole('listbox', { name: /^Graph: /, includeHidden: true });
  const before = (await graph.getAttribute('aria-label')) ?? '';
  await page
    .getByRole('button', { name: /^Show 500 of/ })
    .first()
    .click();
  await page.getByRole('listbox', { name: before, exact: true, includeHidden: true }).waitFor({ state: 'detached' });
  await drawnWhole(page);
}

/** Chooses a network that thousands of jobs are in, and asks what of them to bring in. */
async function openExpand(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Search resources' }).fill('ml-vpc');
  await page.getByRole('listbox', { name: 'Resources found' }).getByRole('option').first().click();
  await page.getByRole('listbox', { name: /^Graph: / }).focus();
  await page.keyboard.press('e');
  await page.getByRole('dialog').getByRole('button', { name: /^Show/ }).first().waitFor();
}

/** Waits until the cards and links asked for are on the screen, and nothing moves any more. */
async function drawnWhole(page: Page): Promise<void> {
  await page.locator('.graph[aria-busy="false"] .graph-links[aria-busy="false"]').waitFor();
  await settle(page);
}

/** Lets the window finish what it does while nothing moves, such as sharper pictures. */
function settle(page: Page): Promise<void> {
  return page.waitForTimeout(1_500);
}

async function sceneOf(page: Page): Promise<Scene> {
  const label = (await page.getByRole('listbox', { name: /^Graph: / }).getAttribute('aria-label')) ?? '';
  const [nodes = 0, edges = 0] = [...label.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  await page.getByRole('button', { name: 'Fit the graph' }).click();
  await settle(page);
  const area = await page.locator('#graph-canvas-area').boundingBox();
  if (area === null) throw new Error('The graph is not on the window.');
  return { nodes, edges, area };
}

/**
 * A place on a card, found as a person finds one: by moving the pointer until something is said about what is there. Where a click
 * changes the bars around the graph, the graph is fitted anew: the place must be on a card with nothing selected, too.
 */
async function findCard(page: Page, area: Area): Promise<{ readonly x: number; readonly y: number }> {
  for (let y = area.y + area.height / 2; y < area.y + area.height; y += 14) {
    for (let x = area.x + 20; x < area.x + area.width; x += 90) {
      if (!(await isOnSomething(page, x, y))) continue;
      await page.mouse.click(x, y);
      await settle(page);
      // What a click selects there is a card, or a link beside it: only cards are options of the graph.
      const isCard = (await page.getByRole('option', { selected: true }).count()) > 0;
      await clear(page, area);
      await settle(page);
      if (isCard && (await isOnSomething(page, x, y))) return { x, y };
    }
  }
  throw new Error('No card was found under the pointer.');
}

async function isOnSomething(page: Page, x: number, y: number): Promise<boolean> {
  await page.mouse.move(x, y);
  await page.waitForTimeout(HOVER_REST + 60);
  return (await page.locator('.graph-tooltip-title').count()) > 0;
}

/** Takes the selection away, and the pointer off what is drawn. */
async function clear(page: Page, area: Area): Promise<void> {
  await page.getByRole('listbox', { name: /^Graph: / }).focus();
  await page.keyboard.press('Escape');
  await page.mouse.move(area.x + 12, area.y + 12);
}

async function measureAnswers(
  page: Page,
  area: Area,
  point: { readonly x: number; readonly y: number },
): Promise<Readonly<Record<string, Answer>>> {
  const graph = page.getByRole('listbox', { name: /^Graph: / });
  const median = async (change: Change, act: () => Promise<void>, back: () => Promise<void>): Promise<Answer> => {
    const times: Answer[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      times.push(await inputToPaint(page, change, act));
      await back();
      await settle(page);
    }
    return {
      first: percentile(
        times.map(({ first }) => first),
        0.5,
      ),
      whole: percentile(
        times.map(({ whole }) => whole),
        0.5,
      ),
    };
  };
  const undo = (): Promise<void> => page.keyboard.press('ControlOrMeta+z');
  await clear(page, area);
  await settle(page);
  const hover = await median(
    'tooltip',
    () => page.mouse.move(point.x, point.y),
    () => clear(page, area),
  );
  // What is hidden is not selected any more, also when it comes back.
  const choose = async (): Promise<void> => {
    await clear(page, area);
    await settle(page);
    await page.mouse.click(point.x, point.y);
    await page.getByRole('option', { selected: true }).waitFor({ state: 'attached' });
    await settle(page);
    await graph.focus();
  };
  const hideIt = (): Promise<void> => page.keyboard.press('h');
  await choose();
  const select = await median(
    'selection',
    () => page.keyboard.press(' '),
    () => page.keyboard.press(' '),
  );
  const hide = await median('graph', hideIt, async () => {
    await undo();
    await settle(page);
    await choose();
  });
  await hideIt();
  await settle(page);
  const undone = await median('graph', undo, async () => {
    await choose();
    await hideIt();
  });
  const box = page.getByRole('checkbox', { name: /^Docker images, / });
  const toggle = (): Promise<void> => box.press(' ');
  const filter = await median('graph', toggle, toggle);
  const search = page.getByRole('combobox', { name: 'Search resources' });
  await search.fill('ml-v');
  const type = await median(
    'hits',
    () => search.press('p'),
    () => search.fill('ml-v'),
  );
  // Nobody answers a question before the details beside it are there.
  const ask = async (): Promise<void> => {
    await openExpand(page);
    await settle(page);
  };
  const button = page.getByRole('button', { name: /^Show (?:first 50|\d\d)/ }).first();
  await ask();
  // Each brings in other resources: what was expanded stays.
  const expand = await median('graph', () => button.press('Enter'), ask);
  await page.keyboard.press('Escape');
  await settle(page);
  return {
    hover: { first: Math.max(0, hover.first - HOVER_REST), whole: Math.max(0, hover.whole - HOVER_REST) },
    select,
    hide,
    undo: undone,
    filter,
    'a key in the search box': type,
    'expand by 50': expand,
  };
}

/** Notes from now on how long the longest task of the window takes. */
async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = { longest: 0 };
    Object.assign(window, { benchTasks: watched });
    new PerformanceObserver((entries) => {
      for (const { duration } of entries.getEntries()) watched.longest = Math.max(watched.longest, duration);
    }).observe({ type: 'longtask' });
  });
}

function longestWatched(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { benchTasks: { longest: number } }).benchTasks.longest);
}

async function measureRaw(electron: ElectronRuntime, scene: Scene): ReturnType<typeof measureGestures> {
  const trivial = await writeTrivialApp();
  const started = await startApp(electron, trivial);
  await drawRawScene(started.page, scene);
  const rates = await measureGestures(started.page, scene.area);
  await started.close();
  await rm(trivial, { recursive: true });
  return rates;
}
