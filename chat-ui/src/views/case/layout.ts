import type { ChainStep } from '../../api/cases';

export interface Place {
  readonly n: number;
  readonly x: number;
  readonly y: number;
}

export interface Lane {
  readonly name: string;
  readonly y: number;
}

export const NODE_WIDTH = 212;
export const NODE_HEIGHT = 96;
const GAP_X = 44;
const GAP_Y = 22;
/** More lanes than this would be a list again; further entities share the last one. */
const MOST_LANES = 4;

/**
 * Steps from left to right in their order, one lane for each machine or account that they happened on: an attack that
 * moves on shows as a step down.
 */
export function layOut(steps: readonly ChainStep[]): { readonly places: readonly Place[]; readonly lanes: readonly Lane[] } {
  const names = [...new Set(steps.map(laneOf))];
  const row = (name: string): number => Math.min(names.indexOf(name), MOST_LANES - 1);
  const y = (index: number): number => index * (NODE_HEIGHT + GAP_Y);
  const places = steps.map((step, index) => ({ n: step.n, x: index * (NODE_WIDTH + GAP_X), y: y(row(laneOf(step))) }));
  const shown = names.slice(0, MOST_LANES);
  const lanes = shown.map((name, index) => ({
    name: index === MOST_LANES - 1 && names.length > MOST_LANES ? '…' : name,
    y: y(index),
  }));
  return { places, lanes };
}

function laneOf(step: ChainStep): string {
  const host = step.entities.find((key) => key.startsWith('host:')) ?? step.entities[0] ?? '';
  return host.slice(host.indexOf(':') + 1);
}
