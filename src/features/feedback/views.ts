/** What the jury says to the applicants: read by each, written and approved by two. */
import {
  actionForm,
  button,
  card,
  emptyState,
  errorsByField,
  errorSummary,
  form,
  hidden,
  pageHead,
  paragraph,
  prose,
  section,
  stack,
  statusMessage,
  table,
  tag,
  textArea,
  type FormError,
} from '../../ui/components/index.ts';
import { nameIn } from '../../ui/criterion-name.ts';
import { editionCrumbs, feedbackHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { nominationCrumbs } from '../../ui/nomination-nav.ts';
import { instant } from '../../platform/clock.ts';
import { applicantName, formatDateTime, formatDecimal } from '../../ui/text/format.ts';
import { isLang, texts, type Lang } from '../../ui/text/index.ts';
import { FEEDBACK_LENGTH, type FeedbackOut, type Figures, type OfficeFeedback } from './schema.ts';

export function feedbackPage(view: FeedbackOut, lang: Lang): Page {
  const own = texts(lang).feedback;
  return {
    title: own.title,
    breadcrumbs: nominationCrumbs(
      { id: view.nominationId, organisation_name: view.organisation },
      own.title,
      lang,
    ),
    main: stack(
      pageHead({ title: own.title, over: view.organisation, lead: own.lead(view.year) }),
      prose(view.body, isLang(view.language) ? view.language : 'nb'),
      view.figures && figures(view.figures, lang),
    ),
  };
}

function figures({ ballots, scale, mean, criteria }: Figures, lang: Lang): Html {
  const own = texts(lang).feedback;
  return section({
    title: own.figures,
    body: html`${paragraph(own.figuresLead(ballots, scale.min, scale.max))}${table({
      caption: own.figures,
      hideCaption: true,
      rows: criteria,
      columns: [
        { header: own.criterion, names: true, cell: (one) => nameIn(one.texts, lang) },
        { header: own.mean, numeric: true, cell: (one) => formatDecimal(one.mean, lang) },
      ],
      foot: [own.weighted, formatDecimal(mean, lang)],
    })}`,
  });
}

export interface FeedbacksView {
  edition: { id: string; year: number };
  from: 'announced' | 'nominated';
  /** Whether the applicants get figures, too; null in a year without points. */
  figures: boolean | null;
  feedbacks: readonly OfficeFeedback[];
  saved: boolean;
  errors: readonly FormError[];
  input: (name: string) => string | undefined;
}

export function feedbacksPage(view: FeedbacksView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.feedback.office;
  const { edition, feedbacks, errors } = view;
  return {
    title: own.title,
    failed: errors.length > 0,
    breadcrumbs: editionCrumbs(edition, own.title, lang),
    main: stack(
      errorSummary(errors, t),
      view.saved && statusMessage(own.saved),
      pageHead({ title: own.title, lead: own.lead }),
      paragraph(
        html`${own.when[view.from]} ${view.figures !== null && (view.figures ? own.withFigures : own.withoutFigures)}`,
      ),
      feedbacks.length > 0
        ? feedbacks.map((one) => feedbackCard(one, view, lang))
        : emptyState({ title: own.none, body: own.noneBody }),
    ),
  };
}

const nameOf = ({ organisation, unit }: OfficeFeedback): string => applicantName(organisation, unit);

function feedbackCard(one: OfficeFeedback, view: FeedbacksView, lang: Lang): Html {
  const own = texts(lang).feedback.office;
  const at = (when: string | null) => (when ? formatDateTime(instant(when), lang) : '');
  const state = one.given
    ? tag(own.given, 'success')
    : one.approvedAt
      ? tag(own.approved(one.approvedBy ?? '', at(one.approvedAt)), 'success')
      : one.body
        ? tag(own.waiting, 'warning')
        : tag(own.unwritten);
  return card({
    title: nameOf(one),
    id: `s-${one.nominationId}`,
    over: state,
    body: html`${one.writtenAt && paragraph(own.written(one.writtenBy ?? '', at(one.writtenAt)), 'muted')}${
      one.allowedActions.includes('write')
        ? writeForm(one, view, lang)
        : prose(one.body, isLang(one.language) ? one.language : 'nb')
    }${
      one.allowedActions.includes('approve') &&
      actionForm({
        action: `${feedbackHref(view.edition.id)}/${one.nominationId}/godkjenn`,
        label: own.approve(nameOf(one)),
        version: one.version,
      })
    }`,
  });
}

function writeForm(one: OfficeFeedback, view: FeedbacksView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.feedback.office;
  const name = `body-${one.nominationId}`;
  const written = isLang(one.language) ? one.language : 'nb';
  return form({
    action: `${feedbackHref(view.edition.id)}/${one.nominationId}`,
    label: own.text(nameOf(one)),
    body: html`${hidden(`version-${one.nominationId}`, one.version)}${textArea({
      name,
      label: own.text(nameOf(one)),
      hint: own.textHint(texts(written).common.languageName),
      rows: 8,
      lang: written,
      maxlength: FEEDBACK_LENGTH,
      value: view.input(name) ?? one.body,
      error: errorsByField(view.errors)[name],
    })}${one.approvedAt && paragraph(own.falls, 'muted')}${button({ label: own.save, kind: 'secondary' })}`,
  });
}
