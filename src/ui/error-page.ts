/** The page for a problem: what happened, what to do, and the way out. */
import { html } from './html.ts';
import { actions, buttonLink } from './components/actions.ts';
import { list } from './components/lists.ts';
import { heading, pageHead, paragraph } from './components/text.ts';
import { typedTexts } from './components/typed.ts';
import type { Page } from './layout.ts';
import { texts } from './text/index.ts';
import type { Lang } from './text/index.ts';

/** `reference` is the request id, where there is something to report; `typed` what the person had written, to be copied. */
export function errorPage(
  problem: { title: string; detail: string; errors: readonly { message: string }[] },
  { reference, typed }: { reference: string | null; typed: readonly string[] },
  lang: Lang,
): Page {
  const t = texts(lang);
  const { title, detail, errors } = problem;
  const main = html`${pageHead({ title, lead: detail })}
${errors.length > 0 && html`${heading(2, t.problemPage.whatIsMissing, { size: 'xs' })}${list(errors.map(({ message }) => message))}`}
${reference && paragraph(t.problemPage.reference(reference), 'muted')}
${typedTexts(typed, t)}
${actions(buttonLink({ href: lang === 'nb' ? '/' : `/${lang}`, label: t.problemPage.toFrontPage, kind: 'secondary' }))}`;
  return { title, main };
}
