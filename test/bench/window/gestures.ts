import type { Page } from 'playwright';

/** A rectangle on a window, in CSS pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Frames per second while the user pans and while the user zooms. */
export interface FrameRates {
  readonly pan: number;
  readonly zoom: number;
}

const STEPS = 60;

/** Drags the ground of a canvas and turns the wheel over it, and counts the frames meanwhile. */
export async function measureGestures(page: Page, area: Area): Promise<FrameRates> {
  // A corner is free of cards: what is dragged there is the ground.
  const corner = { x: area.x + 12, y: area.y + 12 };
  const pan = await framesDuring(page, async () => {
    await page.mouse.move(corner.x, corner.y);
    await page.mouse.down();
    for (let step = 1; step <= STEPS; step += 1) {
      // There and back again, so that the picture is what it was.
      const away = step <= STEPS / 2 ? step : STEPS - step;
      await page.mouse.move(corner.x + away * 6, corner.y + away * 3);
    }
    await page.mouse.up();
  });
  await page.mouse.move(area.x + area.width / 2, area.y + area.height / 2);
  const zoom = await framesDuring(page, async () => {
    for (let step = 1; step <= STEPS; step += 1) await page.mouse.wheel(0, step <= STEPS / 2 ? -12 : 12);
  });
  return { pan, zoom };
}

async function framesDuring(page: Page, gesture: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const frames = { count: 0, began: performance.now(), ended: 0 };
    Object.assign(window, { benchFrames: frames });
    const count = (): void => {
      frames.count += 1;
      frames.ended = performance.now();
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  await gesture();
  return page.evaluate(() => {
    const { benchFrames } = window as unknown as { benchFrames: { count: number; began: number; ended: number } };
    return (benchFrames.count * 1000) / (benchFrames.ended - benchFrames.began);
  });
}

/** What is drawn: a raw canvas draws as much. */
export interface Scene {
  readonly nodes: number;
  readonly edges: number;
  readonly area: Area;
}

/**
 * Draws a scene of as many cards and curves of the same sizes on a plain canvas in an empty page, all of it in each frame in
 * which it was moved: what drawing costs without a graph library.
 */
export async function drawRawScene(page: Page, scene: Scene): Promise<void> {
  await page.evaluate(({ nodes, edges, area }) => {
    const canvas = document.createElement('canvas');
    canvas.width = area.width;
    canvas.height = area.height;
    canvas.style.cssText = `position:fixed;left:${area.x}px;top:${area.y}px`;
    document.body.replaceChildren(canvas);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No 2D canvas.');
    const columns = Math.ceil(Math.sqrt(nodes * 0.4));
    const zoom = area.width / (columns * 220);
    const view = { x: 0, y: 0, zoom };
    const picture = document.createElement('canvas');
    picture.width = 28;
    picture.height = 28;
    picture.getContext('2d')?.fillRect(0, 0, 28, 28);
    const cards = Array.from({ length: nodes }, (_, index) => ({
      x: (index % columns) * 220 + 10,
      y: Math.floor(index / columns) * 48 + 10,
    }));
    const curves = Array.from({ length: edges }, (_, index) => ({
      from: cards[(index * 7) % nodes] ?? { x: 0, y: 0 },
      to: cards[(index * 13 + 5) % nodes] ?? { x: 0, y: 0 },
    }));
    const draw = (): void => {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.setTransform(view.zoom, 0, 0, view.zoom, view.x, view.y);
      context.lineWidth = 1.25;
      context.strokeStyle = '#8a94a6';
      context.fillStyle = '#8a94a6';
      for (const { from, to } of curves) {
        context.beginPath();
        context.moveTo(from.x + 180, from.y + 20);
        context.bezierCurveTo(from.x + 240, from.y + 20, to.x - 60, to.y + 20, to.x, to.y + 20);
        context.stroke();
        context.beginPath();
        context.moveTo(to.x, to.y + 20);
        context.lineTo(to.x - 8, to.y + 16);
        context.lineTo(to.x - 8, to.y + 24);
        context.fill();
      }
      context.font = '600 12px sans-serif';
      for (const { x, y } of cards) {
        context.fillStyle = '#fff';
        context.strokeStyle = '#4a78d0';
        context.beginPath();
        context.roundRect(x, y, 180, 40, 8);
        context.fill();
        context.stroke();
        context.drawImage(picture, x + 6, y + 6);
        context.fillStyle = '#222';
        context.fillText('train-fraud-2025', x + 42, y + 24);
      }
    };
    let asked = false;
    const redraw = (): void => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        draw();
      });
    };
    canvas.addEventListener('mousemove', (event) => {
      if (event.buttons !== 1) return;
      view.x += event.movementX;
      view.y += event.movementY;
      redraw();
    });
    canvas.addEventListener('wheel', (event) => {
      view.zoom *= 1 - event.deltaY / 500;
      redraw();
    });
    redraw();
  }, scene);
}
