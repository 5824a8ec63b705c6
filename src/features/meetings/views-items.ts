/** The applications of a meeting: opening each on the screen, and what is said about it. */
import {
  button,
  card,
  details,
  errorsByField,
  form,
  link,
  paragraph,
  prose,
  radioGroup,
  srOnly,
  stack,
  textArea,
  textField,
} from '../../ui/components/index.ts';
import { html, type Content, type Html } from '../../ui/html.ts';
import { instant } from '../../platform/clock.ts';
import { formatDateTime, formatTime } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import { NOTE_LENGTH, itemOrders, type MeetingItem } from './schema.ts';
import { nameOf, outBoxes, type MeetingView } from './views.ts';

export const itemsPart = (view: MeetingView, here: string, lang: Lang): Html =>
  html`${paragraph(texts(lang).meetings.itemsLead)}${stack(...view.meeting.items.map((item) => itemCard(item, view, here, lang)))}`;

function itemCard(item: MeetingItem, view: MeetingView, here: string, lang: Lang): Html {
  const t = texts(lang);
  const own = t.meetings;
  const { open, endedAt } = view.meeting;
  const isOpen = open?.nominationId === item.nominationId;
  const opens = item.mayTreat && !isOpen && !endedAt;
  return card({
    level: 3,
    title: nameOf(item),
    tone: isOpen ? 'accent' : 'neutral',
    body: html`${paragraph(timesOf(item, lang), 'muted')}${
      opens &&
      form({
        action: `${here}/apne`,
        label: own.openNamed(nameOf(item)),
        body: html`<input type="hidden" name="nominationId" value="${item.nominationId}">${outBoxes(item.nominationId, item.mustBeOut, view, t)}${button({ label: own.openItem, kind: 'secondary' })}`,
      })
    }${!item.mayTreat && view.meeting.allowedActions.includes('hold') && paragraph(own.notYours, 'small')}${
      item.mayAgree &&
      paragraph(
        link(
          `/jury/resultat/${item.nominationId}#enighet`,
          html`${t.agreed.see}${srOnly(`: ${nameOf(item)}`)}`,
        ),
      )
    }${notePart(item, isOpen, view, here, lang)}`,
  });
}

function timesOf({ times }: MeetingItem, lang: Lang): Content {
  const own = texts(lang).meetings;
  const at = (when: string) => formatTime(instant(when), lang);
  return times.length === 0
    ? own.notYet
    : times
        .map(({ openedAt, closedAt }) =>
          closedAt ? own.treated(at(openedAt), at(closedAt)) : own.treatedNow(at(openedAt)),
        )
        .join('. ');
}

function notePart(item: MeetingItem, isOpen: boolean, view: MeetingView, here: string, lang: Lang): Content {
  const t = texts(lang);
  const own = t.meetings;
  const { note, nominationId } = item;
  if (!item.mayTreat) return note && prose(note.body);
  const name = `note-${nominationId}`;
  const given = view.input(name);
  return details({
    summary: own.noteSummary,
    open: isOpen || given !== undefined || note !== null,
    body: html`${form({
      action: `${here}/notat/${nominationId}`,
      label: own.note(nameOf(item)),
      body: html`<input type="hidden" name="version-${nominationId}" value="${note?.version ?? 0}">${textArea(
        {
          name,
          label: own.note(nameOf(item)),
          hint: own.noteHint,
          rows: 6,
          maxlength: NOTE_LENGTH,
          value: String(given ?? note?.body ?? ''),
          error: errorsByField(view.errors)[name],
        },
      )}${button({ label: own.saveNote, kind: 'secondary' })}`,
    })}${note && paragraph(own.noteBy(note.writtenBy, formatDateTime(instant(note.writtenAt), lang)), 'small')}`,
  });
}

export function orderPart({ meeting, input, errors }: MeetingView, here: string, t: Texts): Html {
  const own = t.meetings;
  return form({
    action: `${here}/rekkefolge`,
    body: html`${radioGroup({
      name: 'order',
      legend: own.order,
      hint: meeting.scoring ? own.orderHint : undefined,
      value: String(input('order') ?? meeting.order),
      error: errorsByField(errors)['order'],
      options: itemOrders
        .filter((value) => meeting.scoring || value !== 'disagreement')
        .map((value) => ({ value, label: own.orders[value] })),
    })}${details({
      summary: own.orders.hand,
      open: meeting.order === 'hand',
      body: stack(
        ...meeting.items.map((item, index) =>
          textField({
            name: `place-${item.nominationId}`,
            label: own.placeOf(nameOf(item)),
            value: String(input(`place-${item.nominationId}`) ?? index + 1),
            inputmode: 'numeric',
            width: 'short',
            error: errorsByField(errors)[`place-${item.nominationId}`],
          }),
        ),
      ),
    })}${button({ label: own.saveOrder, kind: 'secondary' })}`,
  });
}
