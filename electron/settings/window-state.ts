import { z } from 'zod';

/** A rectangle on the desktop, in device independent pixels. */
export const rectangleSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
});

export const windowStateSchema = z.object({ bounds: rectangleSchema.optional(), maximized: z.boolean() });

export type Rectangle = z.infer<typeof rectangleSchema>;
export type WindowState = z.infer<typeof windowStateSchema>;

export const DEFAULT_SIZE = { width: 1280, height: 800 } as const;
export const MINIMUM_SIZE = { width: 640, height: 480 } as const;

/** How much of a window has to lie on a display, so that its title bar can be grabbed. */
const VISIBLE_WIDTH = 120;
const VISIBLE_HEIGHT = 40;

/**
 * Returns the remembered bounds if they can still be used: the window's top edge lies on one of today's displays and it is
 * not larger than that display. Otherwise a size that fits, without a place, so that the system centres the window.
 */
export function usableBounds(
  remembered: Rectangle | undefined,
  workAreas: readonly Rectangle[],
): Rectangle | { readonly width: number; readonly height: number } {
  const home = remembered && workAreas.find((area) => showsTitleBar(remembered, area));
  if (remembered !== undefined && home !== undefined) {
    return { ...remembered, ...fitted(remembered, home) };
  }
  const [primary] = workAreas;
  return primary === undefined ? DEFAULT_SIZE : fitted(remembered ?? DEFAULT_SIZE, primary);
}

/** Returns where a further window opens: a little below and right of the one before. */
export function cascaded(bounds: Rectangle, step = 28): Rectangle {
  return { ...bounds, x: bounds.x + step, y: bounds.y + step };
}

function showsTitleBar(bounds: Rectangle, area: Rectangle): boolean {
  const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const top = bounds.y - area.y;
  return width >= VISIBLE_WIDTH && top >= 0 && top <= area.height - VISIBLE_HEIGHT;
}

function fitted(
  size: { readonly width: number; readonly height: number },
  area: Rectangle,
): { readonly width: number; readonly height: number } {
  return {
    width: Math.min(Math.max(size.width, MINIMUM_SIZE.width), Math.max(area.width, MINIMUM_SIZE.width)),
    height: Math.min(Math.max(size.height, MINIMUM_SIZE.height), Math.max(area.height, MINIMUM_SIZE.height)),
  };
}
