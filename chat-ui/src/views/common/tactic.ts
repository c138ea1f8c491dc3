import type { CSSProperties } from 'react';

/** Sets `--tactic` to the tactic's colour; an unknown tactic keeps the neutral one. */
export function tacticStyle(tactic: string): CSSProperties {
  return /^TA\d{4}$/.test(tactic) ? ({ '--tactic': `var(--${tactic}, var(--calm))` } as CSSProperties) : {};
}
