export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly places: readonly Place[];
  readonly height: number;
}

export const NODE_WIDTH = 188;
export const NODE_HEIGHT = 104;
export const MARGIN = 26;
const GAP_X = 26;
const GAP_Y = 30;

/**
 * Places `count` steps in reading order: from left to right, line by line, as many to a line as `width` holds. Nothing
 * is scaled, so the words stay readable however long the chain is.
 */
export function layOut(count: number, width: number): Layout {
  const perLine = Math.max(1, Math.floor((width - 2 * MARGIN + GAP_X) / (NODE_WIDTH + GAP_X)));
  const places = Array.from({ length: count }, (_none, index) => ({
    x: MARGIN + (index % perLine) * (NODE_WIDTH + GAP_X),
    y: MARGIN + Math.floor(index / perLine) * (NODE_HEIGHT + GAP_Y),
  }));
  const lines = Math.ceil(count / perLine);
  return { places, height: 2 * MARGIN + lines * NODE_HEIGHT + Math.max(0, lines - 1) * GAP_Y };
}
