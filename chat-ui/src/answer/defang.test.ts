import { describe, expect, it } from 'vitest';
import { defang } from './defang';

describe('defang', () => {
  it.each([
    ['http://evil.example/a?b=c', 'hxxp[:]//evil[.]example/a?b=c'],
    ['HTTPS://EVIL.COM', 'HXXPS[:]//EVIL[.]COM'],
    ['from 203.0.113.9 to 10.1.2.3', 'from 203.0.113[.]9 to 10.1.2.3'],
    ['203.0.113.9:443,', '203.0.113[.]9:443,'],
    ['mail a.b@evil.org now', 'mail a.b[@]evil[.]org now'],
    ['c2.bad-host.xyz.', 'c2.bad-host[.]xyz.'],
    ['访问了evil.com。', '访问了evil[.]com。'],
    ['ftp://x.cn/', 'fxp[:]//x[.]cn/'],
  ])('%s becomes %s', (text, safe) => {
    expect(defang(text)).toBe(safe);
  });

  it.each([
    'index.php',
    'run.sh and a.py',
    'web-01 at 192.168.1.20',
    '127.0.0.1:8080',
    'version 1.2.3',
    '/var/www/html/wp-content/x.php',
    'T1595.003',
    'OpenSSH_8.2p1',
    '{"a":1}',
  ])('leaves %s alone', (text) => {
    expect(defang(text)).toBe(text);
  });

  it('changes nothing the second time', () => {
    const once = defang('http://evil.com/ 198.51.100.7 x@evil.com');
    expect(defang(once)).toBe(once);
  });
});
