/** Reading an application with the ballot beside it. */
import {
  actionForm,
  actions,
  alert,
  errorSummary,
  heading,
  link,
  pageHead,
  paragraph,
  split,
  statusMessage,
  tag,
  typedTexts,
  type FormError,
} from '../../ui/components/index.ts';
import { deviceNote } from '../../ui/device-note.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { juryFrame, type SeatView } from '../../ui/jury-frame.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import type { BallotState, Note, Reopening, Scale, SheetLine } from './schema.ts';
import type { Desk } from './schema-desk.ts';
import { deskLine, keysHelp, readingPane } from './views-desk.ts';
import { ballotForm, noteSaving, ownClash } from './views-form.ts';
import { given } from './views-given.ts';
import { notePart } from './views-notes.ts';
import { earlierParts, reopenedBecause } from './views-sealing.ts';

export interface BallotView {
  seat: SeatView;
  desk: Desk;
  id: string;
  nominationId: string;
  /** Whose text the browser keeps, and whether it may. */
  me: string;
  shared: boolean;
  state: BallotState;
  version: number;
  sheet: readonly SheetLine[];
  scale: Scale;
  /** It can be written on now: not delivered, and the judging is open. */
  writable: boolean;
  /** What was written when it no longer could be. */
  typed: readonly string[];
  reopenable: boolean;
  /** Until when, while the jury judges. */
  deadline: { at: Date; now: Date } | null;
  /** The hash of what was delivered last. */
  hash: string | null;
  /** What the chair has opened after the closing, the latest first. */
  reopenings: readonly Reopening[];
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
  const { desk, done, typed } = view;
  const home = `/jury/soknad/${view.nominationId}`;
  return {
    title: desk.title,
    wide: true,
    failed: view.errors.length > 0,
    main: juryFrame(
      view.seat,
      home,
      t,
      errorSummary(view.errors, t),
      typedTexts(typed, t),
      done && statusMessage(done === 'note' ? t.notes.saved : page[done]),
      pageHead({
        title: desk.title,
        over: tag(t.ballots.states[view.state], view.state === 'delivered' ? 'success' : 'neutral'),
      }),
      deskLine(desk, { deadline: view.deadline, done: view.state === 'delivered' }, lang),
      split(
        { id: 'soknad', label: page.application, body: readingPane(desk, view.nominationId, lang) },
        {
          id: 'vurdering',
          label: page.ballot,
          body: html`${ballotPart(view, t, lang)}${notePart(view.nominationId, view.note, noteSaving(view, lang), t)}${deviceNote(view.shared, home, lang)}${ownClash(t)}`,
        },
        { label: t.desk.tabs, open: done || view.errors.length > 0 ? 'second' : 'first' },
      ),
      view.writable && keysHelp(lang),
      actions(
        desk.next && link(`/jury/soknad/${desk.next.id}`, page.nextApplication(desk.next.name)),
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
