/**
 * Makes indicators in shown text unusable by accident, the way analysts write them: `hxxps://evil[.]com`,
 * `203.0.113[.]9`, `a[@]evil[.]com`. Private and loopback addresses are a network's own and stay readable.
 */
export function defang(text: string): string {
  return text
    .replace(SCHEME, (_whole, scheme: string) => `${scheme.replace(/t/g, 'x').replace(/T/g, 'X')}[:]//`)
    .replace(EMAIL, (whole) => whole.replace('@', '[@]'))
    .replace(IPV4, (whole, prefix: string, last: string) => (isPrivate(whole) ? whole : `${prefix}[.]${last}`))
    .replace(DOMAIN, (_whole, name: string, ending: string) => `${name}[.]${ending}`);
}

/** An entity's name to show: hosts and accounts are the network's own and stay as they are. */
export function shownEntity(type: string, value: string): string {
  return type === 'host' || type === 'user' ? value : defang(value);
}

/** The same for `type:value`. */
export function shownEntityKey(key: string): string {
  const colon = key.indexOf(':');
  return colon < 0 ? defang(key) : shownEntity(key.slice(0, colon), key.slice(colon + 1));
}

const SCHEME = /\b(https?|ftp):\/\//gi;
const EMAIL = /\b[\w.+-]{1,64}@(?=[\w-]{1,63}\.[a-z])/gi;
const IPV4 = /(?<![\d.])((?:\d{1,3}\.){2}\d{1,3})\.(\d{1,3})(?![\d.]*\d)/g;
/**
 * The endings that attackers' domains have most; a list, because `index.php`, `run.sh` and `web.config` look like
 * domains too and must stay readable. Endings that are file types as well (sh, py, pl, zip, mov) are left out.
 */
const ENDINGS =
  'com|net|org|info|biz|io|co|me|cc|tv|ru|cn|su|top|xyz|site|online|club|shop|icu|live|click|link|pw|tk|ml|ga|cf|gq|' +
  'ws|in|uk|de|fr|nl|eu|us|jp|kr|br|ir|kp|ua|dev|app|cloud|onion|example|test';
const DOMAIN = new RegExp(`(?<!\\w)((?:[a-z0-9_-]{1,63}\\.){0,8}[a-z0-9_-]{1,63})\\.(${ENDINGS})(?![\\w-]|\\.\\w)`, 'gi');

function isPrivate(address: string): boolean {
  return /^(?:10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|0)\./.test(address);
}
