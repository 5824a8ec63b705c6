/** The page of later deadlines: one proposes, another approves. */
import {
  actionForm,
  actions,
  button,
  card,
  dateTimeField,
  emptyState,
  errorsByField,
  errorSummary,
  form,
  list,
  paragraph,
  prose,
  section,
  select,
  statusMessage,
  tag,
  textArea,
  type FormError,
  type Tone,
} from '../../ui/components/index.ts';
import { editionCrumbs, editionHead, editionHref, type EditionPage } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { instant } from '../../platform/clock.ts';
import { applicantName, formatDateTime, formatDeadlineExact } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Extendable, ExtensionOut } from './schema.ts';

export interface ExtensionsView {
  edition: { id: string; year: number };
  pages: readonly EditionPage[];
  extensions: readonly ExtensionOut[];
  extendable: readonly Extendable[];
  done: 'proposed' | 'approved' | 'declined' | null;
  errors: readonly FormError[];
  input: (name: string) => string;
}

const tones: Record<ExtensionOut['state'], Tone> = {
  proposed: 'warning',
  approved: 'success',
  declined: 'neutral',
  lapsed: 'neutral',
};

export function extensionsPage(view: ExtensionsView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.deadlines.extensions;
  const { edition, extensions, done, errors } = view;
  const labels = {
    application: own.application,
    until: own.untilField,
    untilTime: own.untilField,
    reason: own.reason,
  };
  return {
    title: own.title,
    failed: errors.length > 0,
    breadcrumbs: editionCrumbs(edition, own.title, lang),
    main: html`${errorSummary(errors, t, labels)}${editionHead(edition, 'deadlines', { title: own.title, lead: own.lead, over: t.secretariat.edition(edition.year) }, lang, view.pages)}
${done && statusMessage(own.done[done])}
${extensions.length > 0 ? extensions.map((one) => extensionCard(one, view, lang)) : emptyState({ title: own.none })}
${view.pages.includes('applications') && section({ title: own.propose, id: 'foresla', body: proposal(view, lang) })}`,
  };
}

function extensionCard(one: ExtensionOut, { edition }: ExtensionsView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.deadlines.extensions;
  const at = (when: string) => formatDateTime(instant(when), lang);
  const here = `${editionHref(edition.id, 'deadlines')}/${one.id}`;
  const answered = one.state === 'approved' ? own.approvedBy : own.declinedBy;
  return card({
    title: one.organisation,
    level: 2,
    over: tag(own.states[one.state], tones[one.state]),
    body: html`${paragraph(html`<strong>${own.until(formatDeadlineExact(instant(one.until), lang))}</strong>`)}${prose(one.reason)}${list(
      [
        own.proposedBy(one.proposedBy, at(one.proposedAt)),
        one.answeredAt && answered(one.answeredBy ?? '', at(one.answeredAt)),
      ].filter(Boolean),
    )}${one.state === 'proposed' && !one.mayApprove && paragraph(own.own, 'muted')}${
      one.mayDecline &&
      actions(
        one.mayApprove && actionForm({ action: `${here}/godkjenn`, label: own.approve, kind: 'primary' }),
        actionForm({ action: `${here}/avsla`, label: one.mayApprove ? own.decline : own.takeBack }),
      )
    }`,
  });
}

function proposal({ edition, extendable, errors, input }: ExtensionsView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.deadlines.extensions;
  if (extendable.length === 0) return paragraph(own.nobody);
  const wrong = errorsByField(errors);
  return html`${paragraph(own.proposeLead)}${form({
    action: editionHref(edition.id, 'deadlines'),
    label: own.propose,
    body: html`${select({
      name: 'application',
      label: own.application,
      value: input('application'),
      error: wrong['application'],
      options: [
        { value: '', label: t.common.choose },
        ...extendable.map(({ id, organisation, unit }) => ({
          value: id,
          label: applicantName(organisation, unit),
        })),
      ],
    })}${dateTimeField({
      name: 'until',
      legend: own.untilField,
      hint: own.untilHint,
      labels: { date: t.common.date, time: t.common.time },
      date: input('until'),
      time: input('untilTime') || '23:59',
      errors: wrong,
    })}${textArea({ name: 'reason', label: own.reason, hint: own.reasonHint, rows: 4, maxlength: 2000, value: input('reason'), error: wrong['reason'] })}${button({ label: own.send })}`,
  })}`;
}
