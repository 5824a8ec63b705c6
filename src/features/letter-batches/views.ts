/** The batches of a year, and one of them: whom it goes to, what they read, and the button. */
import {
  actionForm,
  actions,
  alert,
  buttonLink,
  card,
  descriptionList,
  details,
  emptyState,
  errorSummary,
  link,
  list,
  paragraph,
  prose,
  section,
  stack,
  statusMessage,
  table,
  tag,
  type FormError,
  type Tone,
} from '../../ui/components/index.ts';
import { editionCrumbs, editionHead, editionHref, type EditionPage } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { instant } from '../../platform/clock.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { becameOf, type BatchOut, type RecipientOut, type WholeBatch } from './schema.ts';
import { moment } from './views-schedule.ts';

interface Frame {
  edition: { id: string; year: number };
  pages: readonly EditionPage[];
}
export interface BatchesView extends Frame {
  batches: readonly BatchOut[];
  mayWrite: boolean;
}
export interface BatchView extends Frame {
  batch: WholeBatch;
  examples: readonly { name: string; letter: { language: Lang; subject: string; body: string } }[];
  why: 'over' | 'own' | 'right' | null;
  errors: readonly FormError[];
  input: (name: string) => string;
  sent: number | undefined;
}

const tones: Record<BatchOut['state'], Tone> = {
  prepared: 'warning',
  scheduled: 'info',
  sent: 'success',
  discarded: 'neutral',
};

export function batchesPage({ edition, pages, batches, mayWrite }: BatchesView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.letterBatches;
  const here = editionHref(edition.id, 'batches');
  return {
    title: own.title,
    breadcrumbs: editionCrumbs(edition, own.title, lang),
    main: stack(
      editionHead(
        edition,
        'batches',
        { title: own.title, lead: own.lead, over: t.secretariat.edition(edition.year) },
        lang,
        pages,
      ),
      mayWrite &&
        actions(buttonLink({ href: `${here}/ny`, label: own.write }), link(`${here}/liste`, t.callList.link)),
      batches.length === 0
        ? emptyState({ title: own.none, body: own.noneBody })
        : batches.map((batch) =>
            card({
              title: batch.title,
              href: `${here}/${batch.id}`,
              level: 2,
              over: tag(own.batchStates[batch.state], tones[batch.state]),
              body: list(history(batch, lang)),
            }),
          ),
    ),
  };
}

function history(batch: BatchOut, lang: Lang): string[] {
  const own = texts(lang).letterBatches;
  const at = (when: string) => formatDateTime(instant(when), lang);
  return [
    own.writtenBy(batch.preparedBy, at(batch.preparedAt)),
    batch.sentAt ? own.sentBy(batch.sentBy ?? '', at(batch.sentAt)) : '',
    batch.sendAt ? own.goesAt(at(batch.sendAt), batch.scheduledBy ?? '') : '',
    batch.about ? own.tells(own.decisions[batch.about]) : '',
  ].filter(Boolean);
}

export function batchPage(view: BatchView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.letterBatches;
  const { edition, batch, errors, sent } = view;
  const here = editionHref(edition.id, 'batches');
  const crumbs = editionCrumbs(edition, own.title, lang);
  const isOpen = batch.state === 'prepared' || batch.state === 'scheduled';
  return {
    title: batch.title,
    wide: true,
    failed: errors.length > 0,
    breadcrumbs: [...crumbs.slice(0, -1), { label: own.title, href: here }, { label: batch.title }],
    main: stack(
      errorSummary(errors, t),
      editionHead(
        edition,
        'batches',
        { title: batch.title, over: tag(own.batchStates[batch.state], tones[batch.state]) },
        lang,
        view.pages,
      ),
      sent !== undefined && statusMessage(own.queued(sent)),
      list(history(batch, lang)),
      batch.heldBack &&
        alert({ tone: 'warning', title: own.heldBack, body: paragraph(own.why[batch.heldBack]) }),
      batch.state === 'sent' && followed(view, lang),
      isOpen && html`${changes(batch, lang)}${examples(view, lang)}`,
      batch.state !== 'discarded' && recipients(view, lang),
      isOpen && sending(view, lang),
    ),
  };
}

/** What has changed since it was written: who has come, and who is no more among them. */
function changes({ to, gone }: WholeBatch, lang: Lang): Html {
  const own = texts(lang).letterBatches;
  const come = to.filter(({ isNew }) => isNew).map(named);
  if (come.length + gone.length === 0) return html``;
  return alert({
    tone: 'warning',
    title: own.changed,
    body: html`${come.length > 0 && html`${paragraph(own.come)}${list(come)}`}${gone.length > 0 && html`${paragraph(own.gone)}${list(gone)}`}`,
  });
}

const named = ({ name, organisation }: Pick<RecipientOut, 'name' | 'organisation'>): string =>
  [name, organisation].filter(Boolean).join(', ');

function examples({ examples: shown }: BatchView, lang: Lang): Html {
  const own = texts(lang).letterBatches;
  if (shown.length === 0) return html``;
  return section({
    title: own.preview,
    id: 'forhandsvisning',
    body: html`${paragraph(own.previewLead)}${shown.map(({ name, letter }) =>
      card({
        title: html`<span lang="${letter.language}">${letter.subject}</span>`,
        level: 3,
        over: own.toName(name),
        body: prose(letter.body, letter.language),
      }),
    )}`,
  });
}

function recipients({ edition, batch }: BatchView, lang: Lang): Html {
  const own = texts(lang).letterBatches;
  const here = `${editionHref(edition.id, 'batches')}/${batch.id}`;
  const get = batch.to.filter(({ alreadyTold }) => !alreadyTold);
  const told = batch.to.filter(({ alreadyTold }) => alreadyTold);
  const isOpen = batch.state === 'prepared' || batch.state === 'scheduled';
  return section({
    title: isOpen ? own.willGet(get.length) : own.got(get.length),
    id: 'mottakere',
    body: html`${
      get.length === 0
        ? paragraph(own.nobody)
        : table({
            caption: own.recipients,
            hideCaption: true,
            rows: get,
            columns: [
              {
                header: own.recipient,
                names: true,
                cell: (one) =>
                  html`${isOpen ? link(`${here}?til=${one.recipientId ? `list_${one.recipientId}` : `${one.personId}_${one.nominationId ?? ''}`}#forhandsvisning`, one.name) : one.name}${one.isNew && html` ${tag(own.isNew, 'warning')}`}${one.isWithdrawn && html` ${tag(own.isWithdrawn, 'warning')}`}`,
              },
              { header: own.address, cell: (one) => one.email },
              { header: own.organisation, cell: (one) => one.organisation },
              { header: own.language, cell: (one) => own.inLanguage[one.language] },
            ],
          })
    }${told.length > 0 && details({ summary: own.toldAlready(told.length), body: list(told.map(named)) })}`,
  });
}

function sending(view: BatchView, lang: Lang): Html {
  const { edition, batch, why } = view;
  const t = texts(lang);
  const own = t.letterBatches;
  const here = `${editionHref(edition.id, 'batches')}/${batch.id}`;
  const count = batch.to.filter(({ alreadyTold }) => !alreadyTold).length;
  return section({
    title: own.sendTitle,
    id: 'send',
    body: html`${why === 'own' && paragraph(own.notOwn)}${why === 'right' && paragraph(own.notYours)}${batch.needsTwo && why === null && paragraph(own.approving)}${actions(
      batch.maySend &&
        count > 0 &&
        actionForm({
          action: `${here}/send`,
          label: own.send(count),
          kind: 'primary',
          version: batch.version,
          fields: { seen: batch.recipientsHash },
          ask: own.sendAsk(count),
        }),
      batch.mayChange && buttonLink({ href: `${here}/endre`, label: own.change, kind: 'secondary' }),
      batch.mayChange &&
        actionForm({
          action: `${here}/forkast`,
          label: own.discard,
          kind: 'danger',
          version: batch.version,
          ask: own.discardAsk,
        }),
    )}${moment(view, here, lang)}`,
  });
}

/** What became of the letters, and the way to those that did not arrive. */
function followed({ edition, pages, batch }: BatchView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.letterBatches;
  const { states } = t.correspondence;
  const failed = batch.letters.failed ?? 0;
  return section({
    title: own.became,
    id: 'status',
    body: html`${descriptionList(becameOf.map((state) => [states[state], batch.letters[state] ?? null]))}${actions(
      failed > 0 &&
        actionForm({
          action: `${editionHref(edition.id, 'batches')}/${batch.id}/send-manglende`,
          label: own.resend(failed),
          ask: t.correspondence.resendMissingAsk,
        }),
      pages.includes('letters') &&
        buttonLink({ href: editionHref(edition.id, 'letters'), label: own.everyLetter, kind: 'secondary' }),
    )}`,
  });
}
