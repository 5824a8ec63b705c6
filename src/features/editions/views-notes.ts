/** Notes to whoever runs the next year, and what happens by itself. */
import {
  button,
  errorsByField,
  errorSummary,
  form,
  link,
  pageHead,
  paragraph,
  prose,
  rows,
  section,
  statusMessage,
  tag,
  textArea,
  time,
} from '../../ui/components/index.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { editionCrumbs, editionHref, meetingsHref, remindersHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDate, formatDateTime, formatDeadline } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { NOTE_LENGTH, type Coming, type Note, type Phase } from './schema-notes.ts';

interface NotesView {
  edition: { id: string; year: number };
  notes: readonly Note[];
  /** Of the year that was copied, written after the copy was made. */
  newer: readonly Note[];
  /** What was written and refused. */
  refused: { phase: string; body: string } | null;
  errors: readonly FormError[];
  saved: boolean;
}

export const notesHref = (editionId: string): string => `${editionHref(editionId)}/notater`;

export function notesPage({ edition, notes, newer, refused, errors, saved }: NotesView, lang: Lang): Page {
  const { secretariat: s, common, successor: t } = texts(lang);
  const field = (phase: Phase) => `body-${phase}`;
  const labels = Object.fromEntries(notes.map(({ phase }) => [field(phase), t.phases[phase]]));
  return {
    title: `${t.title}, ${s.edition(edition.year)}`,
    failed: errors.length > 0,
    breadcrumbs: editionCrumbs(edition, t.title, lang),
    main: html`${errorSummary(errors, texts(lang), labels)}${pageHead({ title: t.title, lead: t.lead, over: s.edition(edition.year) })}
${saved && statusMessage(common.saved)}
${notes.map(({ phase, body, version, ...written }) =>
  section({
    title: t.phases[phase],
    id: phase,
    body: html`${version > 0 && paragraph(whoWrote(written, lang), 'muted')}${newerNote(newer, phase, lang)}${form(
      {
        action: `${notesHref(edition.id)}/${phase}`,
        version,
        body: html`${textArea({
          name: field(phase),
          label: t.note(t.phases[phase]),
          value: refused?.phase === phase ? refused.body : body,
          rows: 4,
          maxlength: NOTE_LENGTH,
          optional: common.optional,
          error: errorsByField(errors)[field(phase)],
        })}${button({ label: t.save, kind: 'secondary' })}`,
      },
    )}`,
  }),
)}`,
  };
}

/** What the year that was copied has said since. */
function newerNote(newer: readonly Note[], phase: Phase, lang: Lang): Html | false {
  const found = newer.find((note) => note.phase === phase);
  return (
    found !== undefined &&
    html`${paragraph(texts(lang).successor.newer)}${prose(found.body)}${paragraph(whoWrote(found, lang), 'muted')}`
  );
}

function whoWrote({ writtenAt, writtenBy }: Pick<Note, 'writtenAt' | 'writtenBy'>, lang: Lang): string {
  const { successor: t } = texts(lang);
  return writtenBy === null || writtenAt === null
    ? t.copied
    : t.writtenBy(writtenBy, formatDate(writtenAt, lang));
}

/** The note on where the year stands now, and the way to the others. */
export function noteNow(editionId: string, note: Note | undefined, newer: readonly Note[], lang: Lang): Html {
  const { successor: t } = texts(lang);
  return section({
    title: t.nowTitle,
    id: 'notat',
    body: html`${note?.body ? html`${prose(note.body)}${paragraph(whoWrote(note, lang), 'muted')}` : paragraph(t.none)}${note && newerNote(newer, note.phase, lang)}${paragraph(link(notesHref(editionId), t.all))}`,
  });
}

/** Where it is moved or stopped; `about` is the mailing. */
const places: Record<Coming['what'], (id: string, about: string | null) => string> = {
  open: (id) => `${editionHref(id, 'setup')}#datoer`,
  close: (id) => `${editionHref(id, 'setup')}#datoer`,
  remind: remindersHref,
  remindDeclarations: remindersHref,
  remindBallots: remindersHref,
  remindStatements: remindersHref,
  remindCeremony: remindersHref,
  remindCall: remindersHref,
  sendBatch: (id, about) => `${editionHref(id, 'batches')}/${about}`,
  countVotes: meetingsHref,
  publishFinalists: (id) => editionHref(id, 'publication'),
  announceWinner: (id) => editionHref(id, 'publication'),
  announceWinnerLatest: (id) => editionHref(id, 'publication'),
  warnOfErasure: () => '/personvern/lagring',
  forgetAsked: () => '/personvern/lagring',
  forgetGuests: () => '/personvern/lagring',
};

/** What happens next without anybody pressing anything, each with the place where it is moved or stopped. */
export function comingSection(
  { id: editionId, mayChange }: { id: string; mayChange: boolean },
  coming: readonly Coming[],
  lang: Lang,
): Html {
  const { coming: t } = texts(lang).successor;
  const items = coming.map(({ what, at, count, id, stopped }) => {
    const when =
      what === 'close' || what === 'countVotes' ? formatDeadline(at, lang) : formatDateTime(at, lang);
    return html`<p>${time(at, when)}: ${stopped && html`${tag(t.stopped, 'warning')} `}${t.what[what](count ?? 0)} ${mayChange && link(places[what](editionId, id), t.change[what])}</p>`;
  });
  return section({
    title: t.title,
    id: 'kommer',
    body: items.length === 0 ? paragraph(t.nothing) : html`${mayChange && paragraph(t.lead)}${rows(items)}`,
  });
}
