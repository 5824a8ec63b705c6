/** The made-up application: read and scored as the real ones are, and then shown side by side. */
import {
  actions,
  alert,
  button,
  buttonLink,
  card,
  countdown,
  errorsByField,
  errorSummary,
  form,
  heading,
  link,
  list,
  pageHead,
  paragraph,
  prose,
  section,
  split,
  statusMessage,
  table,
  tag,
  textArea,
} from '../../ui/components/index.ts';
import { deviceNote } from '../../ui/device-note.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { juryFrame, type SeatView } from '../../ui/jury-frame.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import type { SheetLine } from './schema.ts';
import type { CalibrationParts, Delivered, MyCalibration } from './schema-calibration.ts';
import { ownClash, sheetForm, sheetSaving, type SheetForm } from './views-form.ts';
import { given, givenValue } from './views-given.ts';
import { criterionIn } from './words.ts';

export interface CalibrationView extends MyCalibration, CalibrationParts, Omit<SheetForm, 'sheet' | 'scale'> {
  seat: SeatView;
  id: string;
  me: string;
  shared: boolean;
  deadline: { at: Date; now: Date } | null;
  done: 'saved' | 'delivered' | 'opened' | null;
}

const home = '/jury/eksempel';

export function calibrationPage(view: CalibrationView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.calibration;
  const { errors, done, jurors } = view;
  const read = textIn(view, lang);
  const beside = split(
    {
      id: 'eksempel',
      label: own.application,
      body: html`${heading(2, html`<span lang="${read.lang}">${read.title}</span>`)}${paragraph(own.madeUp, 'muted')}${prose(read.body, read.lang)}`,
    },
    { id: 'vurdering', label: t.ballots.page.ballot, body: ownPart(view, t, lang) },
    { label: own.tabs, open: done || errors.length > 0 ? 'second' : 'first' },
  );
  return {
    title: own.title,
    wide: true,
    failed: errors.length > 0,
    main: juryFrame(
      view.seat,
      home,
      t,
      errorSummary(errors, t, { reason: own.reason }),
      done && statusMessage(own.done[done]),
      pageHead({
        title: own.title,
        lead: own.lead,
        over: tag(
          view.deliveredAt
            ? t.ballots.states.delivered
            : t.ballots.states[view.sheetId ? 'started' : 'assigned'],
          view.deliveredAt ? 'success' : 'neutral',
        ),
      }),
      view.deadline && view.writable && countdown({ ...view.deadline, lang, label: t.desk.deadline }),
      jurors && sideBySide(view, jurors, t, lang),
      beside,
      view.mayOpen && opening(view, t),
      actions(
        view.deliveredAt && buttonLink({ href: '/jury', label: own.toApplications }),
        !view.deliveredAt && link('/jury', t.ballots.page.back),
      ),
    ),
  };
}

/** Bokmål where it is not written in the reader's language. */
const textIn = ({ texts: written }: MyCalibration, lang: Lang) =>
  lang === 'nn' ? { ...written.nn, lang } : { ...written.nb, lang: 'nb' as const };

function ownPart(view: CalibrationView, t: Texts, lang: Lang): Html {
  const own = t.calibration;
  if (view.writable)
    return html`${heading(2, t.ballots.page.ballot)}${paragraph(own.sealed, 'muted')}${sheetForm(
      view,
      { path: home, autosave: sheetSaving(view, { place: 'calibration', here: home }, lang) },
      t,
      lang,
    )}${deviceNote(view.shared, home, lang)}${ownClash(t)}`;
  if (!view.deliveredAt)
    return html`${heading(2, t.ballots.page.ballot)}${alert({ tone: 'info', body: paragraph(view.expected ? t.ballots.page.judgingOver : own.notAsked) })}`;
  return html`${heading(2, t.ballots.page.ballot)}${alert({
    tone: 'success',
    body: paragraph(view.openedAt ? own.delivered : own.waiting),
  })}${view.sheet.map((line) => given(line, view.scale, t, lang))}`;
}

/** One table a criterion, as where one compares one's own. */
function sideBySide(view: CalibrationView, jurors: readonly Delivered[], t: Texts, lang: Lang): Html {
  const own = t.calibration;
  const opened =
    view.openedAt && view.openedBy !== null && view.reason !== null
      ? html`${paragraph(own.openedBy(view.openedBy, formatDateTime(view.openedAt, lang)), 'muted')}${prose(view.reason)}`
      : paragraph(own.openedByAll, 'muted');
  return section({
    title: own.sideBySide,
    id: 'side-om-side',
    body: html`${paragraph(own.sideBySideLead)}${opened}${view.sheet.map((line) => criterionTable(line, view, jurors, t, lang))}`,
  });
}

function criterionTable(
  line: SheetLine,
  view: CalibrationView,
  jurors: readonly Delivered[],
  t: Texts,
  lang: Lang,
): Html {
  const own = t.calibration;
  const { name, lang: written } = criterionIn(line.texts, lang);
  const rows = jurors.map((juror) => ({
    juror,
    line: {
      ...line,
      ...(juror.given.find(({ criterionId }) => criterionId === line.criterionId) ?? empty),
    },
  }));
  return html`${heading(3, html`<span lang="${written}">${name}</span>`)}${table({
    caption: name,
    hideCaption: true,
    rows,
    columns: [
      {
        header: own.juror,
        names: true,
        cell: ({ juror }) => html`${juror.name}<br>${paragraph(juror.organisation, 'small')}`,
      },
      {
        header: own.given,
        cell: (row) =>
          html`${givenValue(row.line, view.scale, t, lang)}${row.line.assessment ? prose(row.line.assessment) : paragraph(t.results.noText, 'small')}`,
      },
    ],
  })}`;
}
const empty = { score: null, notDescribed: false, met: null, assessment: '' };

/** For the chair: who is waited for, and the way round it. */
function opening({ progress, errors, input }: CalibrationView, t: Texts): Html {
  const own = t.calibration;
  if (!progress) return nothing;
  return section({
    title: own.openTitle,
    id: 'apne',
    body: card({
      level: 3,
      title: own.progress(progress.delivered, progress.expected),
      body: html`${progress.missing.length > 0 && html`${paragraph(own.missing)}${list(progress.missing)}`}${paragraph(own.openLead)}${form(
        {
          action: `${home}/apne`,
          label: own.openTitle,
          body: html`${textArea({
            name: 'reason',
            label: own.reason,
            rows: 3,
            maxlength: 2000,
            value: input('reason') ?? '',
            error: errorsByField(errors)['reason'],
          })}${button({ label: own.open, kind: 'secondary' })}`,
        },
      )}`,
    }),
  });
}
