const KEY = 'selfsame.come-back';
const PAGES = ['/alerts.html', '/referee.html', '/release.html', '/takes.html'];

/** Signing in ends at the start page; whoever came from another one of the studio's is led back to it, once. */
export function rememberWhere(path: string) {
  if (PAGES.includes(path)) sessionStorage.setItem(KEY, path);
  else sessionStorage.removeItem(KEY);
}

/** Where whoever has just signed in wanted to be; null when here. */
export function whereTo(): string | null {
  const path = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return path !== null && PAGES.includes(path) ? path : null;
}
