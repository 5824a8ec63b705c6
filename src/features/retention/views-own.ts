/** What is kept of whoever asked or told without signing in, and that it is gone. */
import {
  actionForm,
  descriptionList,
  link,
  pageHead,
  paragraph,
  prose,
  stack,
  statusMessage,
  time,
} from '../../ui/components/index.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { ownPath, type Kept } from './schema-own.ts';

export function keptPage(
  { rule, email, text, at, page, answer, token }: Kept & { token: string },
  lang: Lang,
): Page {
  const { ownLink: t, record } = texts(lang).retention;
  return {
    title: t.title,
    main: stack(
      pageHead({ title: t.title, lead: t.lead[rule] }),
      descriptionList([
        [t.email, email],
        [t.at, time(at, formatDateTime(at, lang))],
        [t.page, page],
        [t.text[rule], prose(text)],
        [t.answer, answer !== null && prose(answer)],
      ]),
      paragraph(t.note[rule], 'muted'),
      paragraph(link(publicHref(lang, '/personvern/lagring'), record.title)),
      actionForm({ action: `${ownPath}/${token}`, label: t.erase[rule], kind: 'primary' }),
    ),
  };
}

export function erasedPage(rule: Kept['rule'], lang: Lang): Page {
  const { ownLink: t } = texts(lang).retention;
  return { title: t.title, main: stack(pageHead({ title: t.title }), statusMessage(t.erased[rule])) };
}
