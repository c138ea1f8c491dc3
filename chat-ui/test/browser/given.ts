import { expect } from 'vitest';
import type { Visit } from './visit.ts';

export const HOSTILE = '<img src=x onerror=';

/** An alert in OCSF, as any sensor would send it. */
export function finding(uid: string, title: string): object {
  return {
    class_uid: 2004,
    category_uid: 2,
    activity_id: 1,
    severity_id: 3,
    time: Date.parse('2026-03-14T03:00:00Z'),
    metadata: { version: '1.6.0', product: { name: 'browser-test' } },
    finding_info: { uid, title },
    resources: [{ type: 'host', name: 'browser-test-host' }],
  };
}

/** An alert whose title is markup. */
export async function sendHostileAlert(visit: Visit): Promise<void> {
  const answer = await visit.page.context().request.post(`${visit.target.base}/api/v1/alerts?format=ocsf`, {
    data: finding('browser-test-hostile', `${HOSTILE}"document.title='owned'">`),
    headers: { 'X-Copilot': '1' },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}
