/** What a page says of itself to places where it is shared and to search engines (Open Graph, schema.org). */
import { html, jsonData, type Html } from './html.ts';
import type { Lang } from './text/index.ts';

export interface Share {
  /** Of the page and of the picture, with the server. */
  url: string;
  picture: { url: string; alt: string; width: number; height: number };
  /** As schema.org has words for it. */
  structured: object;
}

const LOCALES: Record<Lang, string> = { nb: 'nb_NO', nn: 'nn_NO', en: 'en_GB' };

export const shareHead = (
  { url, picture, structured }: Share,
  { title, description, site }: { title: string; description: string; site: string },
  lang: Lang,
): Html => html`<link rel="canonical" href="${url}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${site}">
<meta property="og:locale" content="${LOCALES[lang]}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${url}">
<meta property="og:image" content="${picture.url}">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="${picture.width}">
<meta property="og:image:height" content="${picture.height}">
<meta property="og:image:alt" content="${picture.alt}">
<meta name="twitter:card" content="summary_large_image">
${jsonData('application/ld+json', structured)}`;
