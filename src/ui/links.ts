/** Addresses of public pages: bokmål at the root, the other languages under their own prefix. */
import type { Lang } from './text/index.ts';

/** publicHref('nn', '/tidligere') is '/nn/tidligere'; other sites and mailto pass through. */
export function publicHref(lang: Lang, path: string): string {
  if (lang === 'nb' || !path.startsWith('/')) return path;
  return path === '/' ? `/${lang}` : `/${lang}${path}`;
}
