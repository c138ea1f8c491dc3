/**
 * Takes the one-time token out of `#token=…`, the address that the service prints. The hash is wiped before anything
 * else happens, so the token stays out of the history, bookmarks and screenshots.
 */
export function takeToken(location: Location, history: History): string | null {
  const match = /^#token=([^&]+)/.exec(location.hash);
  if (match?.[1] === undefined) return null;
  history.replaceState(null, '', location.pathname + location.search);
  try {
    return decodeURIComponent(match[1]);
  } catch {
    return match[1];
  }
}
