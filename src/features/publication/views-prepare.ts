/** The form that prepares a publication, or the correction of one: how it comes out, when, and its text. */
import {
  button,
  dateTimeField,
  errorsByField,
  form,
  hidden,
  radioGroup,
  textArea,
} from '../../ui/components/index.ts';
import { editionHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { mayBePressed, usualRelease } from './schema.ts';
import type { PublicationView } from './views-publication.ts';

export function prepareForm(
  { kind, moment, standing }: PublicationView['ready'][number],
  { edition, input, errors: all }: PublicationView,
  lang: Lang,
): Html {
  const t = texts(lang).publication;
  const mine = input?.kind === kind ? input.values : {};
  const errors = input?.kind === kind ? errorsByField(all) : {};
  const { out } = standing;
  const words = (
    name: string,
    label: string,
    of: 'nb' | 'nn',
    rest: { hint: string; value?: string | undefined },
  ) =>
    textArea({
      name,
      label,
      hint: rest.hint,
      value: mine[name] ?? rest.value ?? '',
      rows: out && name === of ? 5 : 3,
      lang: of,
      error: errors[name],
    });
  const hint = kind === 'winner' ? t.textHintWinner : t.textHint;
  const releases = [
    ...(mayBePressed(kind, out !== undefined) ? (['press'] as const) : []),
    ...(['moment', 'approval'] as const),
  ];
  return form({
    action: editionHref(edition.id, 'publication'),
    label: out ? t.correct(t.kinds[kind]) : t.prepare(t.kinds[kind]),
    body: html`${hidden('kind', kind)}${
      out &&
      html`${words('correctionNb', t.correctionNb, 'nb', { hint: t.correctionHint })}${words('correctionNn', t.correctionNn, 'nn', { hint: t.correctionHint })}`
    }${radioGroup({
      name: 'release',
      legend: t.release,
      options: releases.map((value) => ({ value, ...t.releases[value] })),
      value: mine['release'] ?? usualRelease(kind, out !== undefined),
      error: errors['release'],
    })}${dateTimeField({
      name: 'publishAt',
      legend: kind === 'winner' && !out ? t.publishAtOrLatest : t.publishAt,
      hint: t.publishAtHint,
      labels: { date: texts(lang).common.date, time: texts(lang).common.time },
      date: mine['publishAt'] ?? moment.date,
      time: mine['publishAtTime'] ?? moment.time,
      errors,
    })}${words('nb', t.textNb, 'nb', { hint, value: out?.texts.nb })}${words('nn', t.textNn, 'nn', { hint, value: out?.texts.nn })}${button({ label: t.submit })}`,
  });
}
