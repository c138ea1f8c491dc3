import { describe, expect, it } from 'vitest';
import { layOut, MARGIN, NODE_HEIGHT, NODE_WIDTH } from './layout';

describe('layOut', () => {
  it('puts steps in reading order inside the width, without overlap', () => {
    for (const width of [100, 400, 880, 1400]) {
      const { places, height } = layOut(13, width);
      for (const [index, place] of places.entries()) {
        const next = places[index + 1];
        if (next !== undefined) expect(next.y > place.y || next.x >= place.x + NODE_WIDTH).toBe(true);
        expect(place.y + NODE_HEIGHT + MARGIN).toBeLessThanOrEqual(height);
        if (width > NODE_WIDTH + 2 * MARGIN) expect(place.x + NODE_WIDTH + MARGIN).toBeLessThanOrEqual(width);
      }
    }
  });
});
