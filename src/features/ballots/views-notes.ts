/** The private note: a part of the ballot's page, and a page of its own where something was wrong. */
import {
  alert,
  button,
  errorSummary,
  errorsByField,
  form,
  heading,
  link,
  liveNote,
  pageHead,
  paragraph,
  prose,
  question,
  saveLine,
  textArea,
  type FormError,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import { juryFrame, type SeatView } from '../../ui/jury-frame.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import { NOTE_LENGTH, type Note } from './schema.ts';

/** Under the ballot: the note, which saves by itself where scripts run, with its own button. */
export const notePart = (nominationId: string, note: Note, saving: object, t: Texts): Html =>
  html`<div id="notat">${heading(2, t.notes.title)}${paragraph(t.notes.lead, 'muted')}${noteForm({ nominationId, note, saving }, t)}</div>`;

interface NoteForm {
  nominationId: string;
  note: Note;
  written?: string | undefined;
  error?: string | undefined;
  /** What scripts need to save it. */
  saving?: object;
}
function noteForm({ nominationId, note, written, error, saving }: NoteForm, t: Texts): Html {
  const field = textArea({
    name: 'note',
    label: t.notes.label,
    hint: t.notes.hint,
    rows: 4,
    maxlength: NOTE_LENGTH,
    value: written ?? note.text,
    error,
  });
  return form({
    action: `/jury/soknad/${nominationId}/notat`,
    autosave: saving,
    body: html`${saving && liveNote('restored')}${question({
      id: 'note',
      kind: 'text',
      label: t.notes.label,
      version: { name: 'version', value: note.version },
      body: field,
    })}${saving && saveLine()}${button({ label: t.notes.save, kind: 'secondary' })}`,
  });
}

export interface NoteView {
  seat: SeatView;
  nominationId: string;
  /** What is stored now. */
  note: Note;
  written: string | undefined;
  errors: readonly FormError[];
  /** Another window was faster. */
  clash: boolean;
}

export function notePage(view: NoteView, lang: Lang): Page {
  const t = texts(lang);
  const { note } = view;
  return {
    title: t.notes.title,
    failed: view.errors.length > 0,
    main: juryFrame(
      view.seat,
      `/jury/soknad/${view.nominationId}/notat`,
      t,
      errorSummary(view.errors, t),
      pageHead({ title: t.notes.title, lead: t.notes.lead }),
      view.clash &&
        alert({
          tone: 'warning',
          body: html`${paragraph(t.notes.clash)}${note.text ? prose(note.text) : paragraph(t.notes.empty, 'muted')}`,
        }),
      noteForm({ ...view, error: errorsByField(view.errors)['note'] }, t),
      paragraph(link(`/jury/soknad/${view.nominationId}#notat`, t.notes.back)),
    ),
  };
}
