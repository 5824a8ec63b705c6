import { html, type Html } from '../html.ts';
import type { Texts } from '../text/index.ts';
import { paragraph, prose, section } from './text.ts';

/** What the person had written where the page has no form for it any more: to be copied. Nothing where nothing was written. */
export const typedTexts = (typed: readonly string[], { problemPage: t }: Texts): Html | false =>
  typed.length > 0 &&
  section({
    title: t.typed,
    id: 'skrevet',
    body: html`${paragraph(t.typedLead)}${typed.map((text) => prose(text))}`,
  });
