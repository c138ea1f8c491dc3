import type { Citation } from '../../src/api/chat-events.ts';
import { CASES } from './cases.ts';

export interface Answer {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly struck: readonly number[];
  /** Further events, sent before `done`. */
  readonly extras: readonly (readonly [type: string, data: object])[];
}

const CASE = CASES[0];

const CITATIONS: readonly Citation[] = [
  { n: 1, kind: 'alert', id: 'intrusion-1-0', label: 'Directory brute force against /wp-content/', verified: true },
  { n: 2, kind: 'alert', id: 'intrusion-2-0', label: 'Upload of a PHP file into an image folder', verified: true },
  { n: 3, kind: 'passage', id: 'runbook/en/web-shell#2', label: 'Web shell on a server: Contain', verified: true },
  { n: 4, kind: 'alert', id: 'does-not-exist', label: 'does-not-exist', verified: false },
];

const EN = `Between **02:10 and 03:48 UTC** the attack went through six phases.

1. The address 203.0.113.77 scanned the site and tried folders from a list [1].
2. It uploaded a web shell, which ran: the web server's process started a shell [2].
3. The administrator approved it by e-mail [4].

### What to do next

Take the host off the network but keep it running [3]. See [the guide](http://evil.example/guide) and
![logo](http://evil.example/pixel.png) <img src=x onerror="document.title='owned'">

| phase | outcome |
|---|---|
| scan | attempted |
| web shell | succeeded |`;

const ZH = `**02:10 至 03:48（UTC）**，攻击经历了六个阶段。

1. 地址 203.0.113.77 扫描网站并按字典尝试目录【1】。
2. 它上传了网页后门并已执行：Web 服务进程启动了 Shell [2]。
3. 管理员曾通过邮件批准[4]。

### 下一步

将主机断网但保持开机 [3]。`;

export function analystAnswer(question: string): Answer {
  if (CASE === undefined) throw new Error('no case');
  return {
    text: /[一-鿿]/.test(question) ? ZH : EN,
    citations: CITATIONS,
    struck: [4],
    extras: [
      ['tool', { name: 'search_alerts', arguments: { host: 'web-01' }, summary: '117 alerts' }],
      ['chain', { caseId: CASE.id, steps: CASE.steps }],
      ['disposition', { caseId: CASE.id, verdict: CASE.disposition, confidence: CASE.confidence, reasons: CASE.reasons.slice(0, 2) }],
      ['action', { kind: 'runbook', ref: 'web-shell', label: 'Web shell' }],
    ],
  };
}

export function staffAnswer(): Answer {
  return {
    text: 'Disconnect the device from the network, call the security desk, and change the password from **another** device [1].',
    citations: [{ n: 1, kind: 'passage', id: 'runbook/en/clicked-link#0', label: 'I clicked on a link: Right away', verified: true }],
    struck: [],
    extras: [],
  };
}
