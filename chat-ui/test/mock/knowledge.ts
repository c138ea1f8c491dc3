import type { Passage } from '../../src/api/knowledge.ts';

const EN = [
  ['What it means', 'A file on the web server runs commands for whoever calls it. Treat the host as **taken**.'],
  ['What to check', '- Which file was written, by which process?\n- Which addresses called it since?\n- What did the web server’s account start?'],
  ['Contain', '1. Take the host off the network, keep it running.\n2. Keep a copy of the file and the access log.\n3. Block the caller’s address.'],
] as const;
const ZH = [
  ['含义', '网站服务器上有文件可替访问者执行命令。应视该主机**已失陷**。'],
  ['需要核查什么', '- 哪个进程写入了该文件？\n- 之后有哪些地址访问过它？\n- Web 服务账户启动了什么？'],
  ['遏制', '1. 将主机断网但保持开机。\n2. 留存该文件和访问日志。\n3. 封禁访问者地址。'],
] as const;

const TITLES: Readonly<Record<string, readonly [string, string]>> = {
  'web-shell': ['Web shell on a server', '服务器上的网页后门'],
  'reverse-shell': ['Reverse shell', '反弹 Shell'],
  'dns-exfiltration': ['Data leaving through DNS', '经 DNS 的数据外传'],
};

export const PASSAGES: readonly Passage[] = [
  ...Object.entries(TITLES).flatMap(([slug, [en, zh]]) => [
    ...EN.map(([heading, text], n) => passage(slug, 'en', en, heading, text, n)),
    ...ZH.map(([heading, text], n) => passage(slug, 'zh', zh, heading, text, n)),
  ]),
  {
    ...passage('clicked-link', 'en', 'I clicked on a link', 'Right away', 'Disconnect, call the security desk, change the password from another device.', 0),
    kind: 'staff',
  },
];

function passage(slug: string, language: string, title: string, heading: string, text: string, n: number): Passage {
  const documentId = `runbook/${language}/${slug}`;
  return { passageId: `${documentId}#${n}`, documentId, ref: slug, kind: 'runbook', title, heading, text, language };
}
