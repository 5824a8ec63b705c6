/** The pages before what cannot be undone: stopping a publication, approving it alone, taking down what is out. */
import {
  confirmForm,
  errorSummary,
  errorsByField,
  hidden,
  link,
  paragraph,
  textArea,
} from '../../ui/components/index.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { editionCrumbs, editionHref } from '../../ui/edition-nav.ts';
import { html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { PublicationOnPage } from './views-publication.ts';

export type StepWithReason = 'stop' | 'alone' | 'moveAlone' | 'takeDown';
/** The last part of its address. */
export const stepPaths: Record<StepWithReason, string> = {
  stop: 'stopp',
  alone: 'alene',
  moveAlone: 'flytt-alene',
  takeDown: 'ta-ned',
};

export function stepPage(
  view: {
    step: StepWithReason;
    edition: { id: string; year: number };
    one: PublicationOnPage;
    /** The winner is out, or on the way: it goes with the nominated. */
    takesWinner: boolean;
    input: Readonly<Record<'reason' | 'nb' | 'nn', string>>;
    errors: readonly FormError[];
  },
  lang: Lang,
): Page {
  const { publication: t, common } = texts(lang);
  const { step, edition, one, takesWinner, input, errors: all } = view;
  const back = editionHref(edition.id, 'publication');
  const words = t.steps[step];
  const errors = errorsByField(all);
  const area = (name: 'reason' | 'nb' | 'nn', label: string, hint?: string) =>
    textArea({
      name,
      label,
      value: input[name],
      rows: 3,
      error: errors[name],
      ...(hint ? { hint } : {}),
      ...(name === 'reason' ? {} : { lang: name }),
    });
  return {
    title: words.title(t.kinds[one.row.kind]),
    failed: all.length > 0,
    breadcrumbs: editionCrumbs(edition, words.do, lang),
    main: html`${errorSummary(all, texts(lang), { reason: words.reason, nb: t.noticeNb, nn: t.noticeNn })}${confirmForm(
      {
        action: `${back}/${one.row.id}/${stepPaths[step]}`,
        title: words.title(t.kinds[one.row.kind]),
        body: html`${paragraph(words.lead)}${step === 'takeDown' && takesWinner && paragraph(html`<strong>${t.takesWinner}</strong>`)}${step === 'alone' && paragraph(link(`${back}/${one.row.id}`, t.preview))}`,
        confirm: words.do,
        kind: 'danger',
        cancel: common.cancel,
        cancelHref: back,
        version: one.row.version,
        fields: html`${step === 'alone' && hidden('seen', one.shown)}${area('reason', words.reason)}${step === 'takeDown' && html`${area('nb', t.noticeNb, t.noticeHint)}${area('nn', t.noticeNn, t.noticeHint)}`}`,
      },
    )}`,
  };
}
