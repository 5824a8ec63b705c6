/** Reading an application with the ballot beside it. */
import {
  actionForm,
  actions,
  alert,
  button,
  card,
  errorSummary,
  errorsByField,
  form,
  heading,
  hidden,
  link,
  pageHead,
  paragraph,
  prose,
  radioGroup,
  split,
  statusMessage,
  tag,
  textArea,
  type FormError,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { juryFrame, type SeatView } from '../../ui/jury-frame.ts';
import type { Page } from '../../ui/layout.ts';
import { submissionView, type SubmissionContent } from '../../ui/submission.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import type { BallotState, Note, Reopening, Scale, SheetLine } from './schema.ts';
import { given, givenValue, levels } from './views-given.ts';
import { notePart } from './views-notes.ts';
import { earlierParts, reopenedBecause } from './views-sealing.ts';
import { criterionIn } from './words.ts';

export interface BallotView {
  seat: SeatView;
  nominationId: string;
  title: string;
  state: BallotState;
  version: number;
  /** What was sent in last. */
  application: { submittedAt: Date; language: Lang; content: SubmissionContent };
  sheet: readonly SheetLine[];
  scale: Scale;
  /** It can be written on now: not delivered, and the judging is open. */
  writable: boolean;
  reopenable: boolean;
  /** The hash of what was delivered last. */
  hash: string | null;
  /** What the chair has opened after the closing, the latest first. */
  reopenings: readonly Reopening[];
  next: { id: string; name: string } | null;
  done: 'saved' | 'delivered' | 'reopened' | 'note' | null;
  note: Note;
  input: (name: string) => string | undefined;
  errors: readonly FormError[];
  /** Criteria that another window has saved in between: what is stored now is shown beside the field. */
  clashes: ReadonlySet<string>;
}

export function ballotPage(view: BallotView, lang: Lang): Page {
  const t = texts(lang);
  const { page } = t.ballots;
  return {
    title: view.title,
    wide: true,
    failed: view.errors.length > 0,
    main: juryFrame(
      view.seat,
      `/jury/soknad/${view.nominationId}`,
      t,
      errorSummary(view.errors, t),
      view.done && statusMessage(view.done === 'note' ? t.notes.saved : page[view.done]),
      pageHead({
        title: view.title,
        over: html`${tag(t.ballots.states[view.state], view.state === 'delivered' ? 'success' : 'neutral')}`,
        aside: html`<span class="ep-narrow">${link('#vurdering', page.toBallot)}</span>`,
      }),
      split(
        {
          id: 'soknad',
          label: page.application,
          body: html`${heading(2, page.application)}${paragraph(page.sent(formatDateTime(view.application.submittedAt, lang)), 'muted')}${submissionView(view.application.content, { lang, language: view.application.language, level: 3 })}`,
        },
        {
          id: 'vurdering',
          label: page.ballot,
          body: html`${ballotPart(view, t, lang)}${notePart(view.nominationId, view.note, t)}`,
        },
      ),
      view.next &&
        actions(
          link(`/jury/soknad/${view.next.id}`, page.nextApplication(view.next.name)),
          link('/jury', page.back),
        ),
    ),
  };
}

function ballotPart(view: BallotView, t: Texts, lang: Lang): Html {
  const { page } = t.ballots;
  const path = `/jury/soknad/${view.nominationId}`;
  const earlier = earlierParts(view.reopenings, view.scale, t, lang);
  if (view.writable)
    return html`${heading(2, page.ballot)}${
      view.state === 'reopened' ? reopenedBecause(view.reopenings, t, lang) : paragraph(page.sealed, 'muted')
    }${ballotForm(view, path, t, lang)}${earlier}`;
  const why =
    view.state === 'locked'
      ? page.isLocked
      : view.state === 'delivered'
        ? page.isDelivered
        : page.judgingOver;
  return html`${heading(2, page.ballot)}${alert({ tone: view.state === 'delivered' ? 'success' : 'info', body: paragraph(why) })}${
    view.reopenable
      ? html`${paragraph(page.reopenHint)}${actionForm({ action: `${path}/apne`, label: page.reopen, version: view.version })}`
      : nothing
  }${view.sheet.map((line) => given(line, view.scale, t, lang))}${view.hash && hashPart(view.hash, t)}${earlier}`;
}

/** What the juror can hold against the service: the fingerprint of what was delivered. */
const hashPart = (hash: string, t: Texts): Html =>
  html`${heading(3, t.sealing.hash)}${paragraph(html`<code>${hash}</code>`)}${paragraph(t.sealing.hashHint, 'muted')}${paragraph(link('/jury/kontrollsummer', t.sealing.hashes.title))}`;

function ballotForm(view: BallotView, path: string, t: Texts, lang: Lang): Html {
  const { page } = t.ballots;
  return form({
    action: path,
    version: view.version,
    body: html`${view.sheet.map((line) => criterion(line, view, t, lang))}${actions(
      button({ label: page.save, kind: 'secondary', name: 'then', value: 'save' }),
      button({ label: page.saveAndDeliver, name: 'then', value: 'deliver' }),
    )}`,
  });
}

function criterion(line: SheetLine, view: BallotView, t: Texts, lang: Lang): Html {
  const { name, description, lang: written } = criterionIn(line.texts, lang);
  const id = line.criterionId;
  const errors = errorsByField(view.errors);
  const note = [
    t.ballots.kinds[line.kind],
    line.scored && line.weight !== null && line.weight > 1 ? t.ballots.weight(line.weight) : '',
  ]
    .filter(Boolean)
    .join(' · ');
  const clash =
    view.clashes.has(id) &&
    alert({
      tone: 'warning',
      body: html`${paragraph(t.ballots.page.clash)}${paragraph(t.ballots.page.storedNow)}${givenValue(line, view.scale, t, lang)}${prose(line.assessment)}`,
    });
  const body = html`${paragraph(html`<span lang="${written}">${description}</span>`, 'muted')}${clash}${line.kind === 'must' && must(line, view, name, t)}${line.scored && score(line, view, name, t, lang)}${textArea(
    {
      name: `text-${id}`,
      label: t.ballots.assessment(name),
      hint: t.ballots.assessmentHint,
      rows: 5,
      value: view.input(`text-${id}`) ?? line.assessment,
      error: errors[`text-${id}`],
      ...(line.kind === 'extra' && !line.scored ? { optional: t.common.optional } : {}),
    },
  )}${hidden(`version-${id}`, line.version)}`;
  return html`<div id="kriterium-${id}">${card({ level: 3, title: html`<span lang="${written}">${name}</span>`, over: note, body })}</div>`;
}

function must(line: SheetLine, view: BallotView, name: string, t: Texts): Html {
  const field = `met-${line.criterionId}`;
  return radioGroup({
    name: field,
    legend: t.ballots.mustLegend(name),
    value: view.input(field) ?? (line.met === null ? null : line.met ? 'yes' : 'no'),
    error: errorsByField(view.errors)[field],
    inline: true,
    options: [
      { value: 'yes', label: t.common.yes },
      { value: 'no', label: t.common.no },
    ],
  });
}

function score(line: SheetLine, view: BallotView, name: string, t: Texts, lang: Lang): Html {
  const field = `score-${line.criterionId}`;
  const stored = line.notDescribed ? 'none' : line.score;
  return radioGroup({
    name: field,
    legend: t.ballots.scoreLegend(name),
    value: view.input(field) ?? stored,
    error: errorsByField(view.errors)[field],
    options: levels(view.scale, t, lang),
  });
}
