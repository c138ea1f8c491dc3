import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** What axe-core finds against WCAG 2.2 A and AA; each as one readable line. The policy forbids inline scripts, so it is evaluated, not inserted. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  // A page is judged as it comes to rest: two frames, and no animation that still runs.
  await page.evaluate(
    `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(() => Promise.allSettled(document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity).map((one) => one.finished)))`,
  );
  await page.evaluate(axe.source);
  const violations = (await page.evaluate(
    `axe.run(document, { preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((result) => result.violations)`,
  )) as readonly Violation[];
  return violations.flatMap((one) =>
    one.nodes.map((node) => `${one.id}: ${one.help}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}
