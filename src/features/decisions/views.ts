/** Recording what the jury has decided. */
import {
  alert,
  button,
  card,
  checkbox,
  checkboxGroup,
  details,
  errorSummary,
  errorsByField,
  form,
  link,
  list,
  pageHead,
  paragraph,
  prose,
  radioGroup,
  section,
  statusMessage,
  table,
  tag,
  textArea,
  type Choice,
  type FormError,
} from '../../ui/components/index.ts';
import { html, nothing, type Content, type Html } from '../../ui/html.ts';
import { meetingsHref, protocolHref } from '../../ui/edition-nav.ts';
import { juryFrame, type SeatView } from '../../ui/jury-frame.ts';
import type { Page } from '../../ui/layout.ts';
import { motionTitle } from '../../ui/motion-title.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import type { DecisionKind, DecisionOut } from './schema.ts';

export interface Option {
  id: string;
  name: string;
  /** Among those shown; null without points. */
  place: number | null;
  /** The jury has carried a motion that says so. */
  carried: boolean;
}
export interface DecisionView extends Omit<DecisionOut, 'decidedAt' | 'retracted'> {
  at: Date;
  retracted: { by: string; at: Date; reason: string } | null;
}
export interface DecidingView {
  seat: SeatView;
  editionId: string;
  version: number;
  scoring: boolean;
  range: { min: number; max: number };
  /** What can be recorded now; null when nothing can, or somebody else does it. */
  open: {
    kind: DecisionKind;
    options: readonly Option[];
  } | null;
  /** Who takes part in the next choice; null for whoever does not record it. */
  voting: {
    voters: readonly {
      name: string;
      seat: string;
      takesPart: boolean;
      out: readonly string[];
      unanswered: boolean;
      wholeEdition: boolean;
    }[];
    count: number;
    quorum: number;
    quorate: boolean;
  } | null;
  /** "No award" can be recorded without nominated. */
  noAwardOpen: boolean;
  decisions: readonly DecisionView[];
  holdsMeetings: boolean;
  /** Kinds that can be retracted now. */
  retractable: readonly DecisionKind[];
  done: 'recorded' | 'retractDone' | null;
  errors: readonly FormError[];
  input: (name: string) => string | readonly string[] | undefined;
}

export function decidePage(view: DecidingView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.decisions;
  const { open, errors } = view;
  return {
    title: own.title,
    wide: true,
    failed: errors.length > 0,
    main: juryFrame(
      view.seat,
      '/jury/vedtak',
      t,
      errorSummary(errors, t, {
        finalists: own.finalistsLegend,
        winner: own.winnerLegend,
        reason: own.reason,
      }),
      view.done && statusMessage(own[view.done]),
      pageHead({ title: own.title, lead: view.scoring ? own.lead : own.leadWithoutScores }),
      alert({ tone: 'warning', body: paragraph(own.secret) }),
      !view.seat.decides && paragraph(own.otherDecides),
      open &&
        section({
          title: open.kind === 'finalists' ? own.finalistsTitle : own.winnerTitle,
          id: 'velg',
          body: html`${decisionForm(view, open, t)}${view.voting && votersTable(view.voting, t)}`,
        }),
      !open &&
        view.voting &&
        !view.voting.quorate &&
        section({
          title: own.voters,
          id: 'deltar',
          body: html`${alert({ tone: 'warning', body: paragraph(t.conflicts.tooFew(view.voting.count, view.voting.quorum)) })}${votersTable(view.voting, t)}`,
        }),
      view.noAwardOpen &&
        open?.kind !== 'winner' &&
        details({
          summary: own.noAward,
          open: errors.length > 0 && view.input('kind') === 'noAward',
          body: noAwardForm(view, t),
        }),
      view.decisions.length > 0 &&
        section({
          title: own.standing,
          id: 'beslutninger',
          body: view.decisions.map((one) => decision(one, view, t, lang)),
        }),
      view.decisions.length > 0 && paragraph(link(protocolHref(view.editionId), t.juryProtocol.title)),
      view.holdsMeetings && paragraph(link(meetingsHref(view.editionId), t.meetings.title)),
      link('/jury/resultat', t.jury.workspace.toResult),
    ),
  };
}

const hiddenKind = (kind: string): Html => html`<input type="hidden" name="kind" value="${kind}">`;
const one = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : (value?.at(-1) ?? '');
const many = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : [value].flat();

function decisionForm(
  view: DecidingView,
  { kind, options }: NonNullable<DecidingView['open']>,
  t: Texts,
): Html {
  const own = t.decisions;
  const errors = errorsByField(view.errors);
  const choices = options.map(({ id, name, place, carried }): Choice => {
    const hints = [view.scoring && (place ? own.place(place) : own.noPlace), carried && own.carried];
    const hint = hints.filter(Boolean).join('. ');
    return { value: id, label: name, ...(hint ? { hint } : {}) };
  });
  // Until something else is chosen, what the jury has carried.
  const carried = view.errors.length ? [] : options.flatMap((option) => (option.carried ? [option.id] : []));
  const choice =
    kind === 'finalists'
      ? checkboxGroup({
          name: 'finalists',
          legend: own.finalistsLegend,
          hint: own.range(view.range.min, view.range.max),
          values: many(view.input('finalists') ?? carried),
          error: errors['finalists'],
          options: choices,
        })
      : html`${radioGroup({
          name: 'winner',
          legend: own.winnerLegend,
          value: one(view.input('winner') ?? carried),
          error: errors['winner'],
          options: [...choices, { value: 'none', label: own.noAward, hint: own.noAwardHint }],
        })}${checkboxGroup({
          name: 'honourableMentions',
          legend: own.mentionsLegend,
          hint: own.mentionsHint,
          optional: t.common.optional,
          values: many(view.input('honourableMentions')),
          error: errors['honourableMentions'],
          options: options.map(({ id, name }) => ({ value: id, label: name })),
        })}`;
  return form({
    action: '/jury/vedtak',
    version: view.version,
    body: html`${hiddenKind(kind)}${choice}${reasonField(view, t)}${button({ label: kind === 'finalists' ? own.recordFinalists : own.recordWinner })}`,
  });
}

const reasonField = (view: DecidingView, t: Texts): Html =>
  textArea({
    name: 'reason',
    label: t.decisions.reason,
    hint: view.scoring ? t.decisions.reasonHint : t.decisions.reasonHintWithoutScores,
    optional: t.common.optional,
    rows: 4,
    maxlength: 10_000,
    value: one(view.input('reason')),
    error: errorsByField(view.errors)['reason'],
  });

function noAwardForm(view: DecidingView, t: Texts): Html {
  const own = t.decisions;
  return form({
    action: '/jury/vedtak',
    version: view.version,
    body: html`${hiddenKind('noAward')}${paragraph(own.noAwardHint)}${textArea({ name: 'noAwardReason', label: own.reason, rows: 4, maxlength: 10_000, value: one(view.input('noAwardReason')), error: errorsByField(view.errors)['noAwardReason'] })}${checkbox({ name: 'sure', label: own.noAward, error: errorsByField(view.errors)['sure'] })}${button({ label: own.record, kind: 'danger' })}`,
  });
}

function votersTable({ voters, count, quorum }: NonNullable<DecidingView['voting']>, t: Texts): Html {
  const own = t.decisions;
  return html`${table({
    caption: own.voters,
    rows: voters,
    columns: [
      { header: t.jury.leader.juror, names: true, cell: ({ name }) => name },
      { header: t.jury.leader.seat, cell: ({ seat }) => seat },
      {
        header: own.voters,
        cell: ({ takesPart, out, wholeEdition }) =>
          takesPart
            ? own.takesPart
            : wholeEdition
              ? t.conflicts.outOfYear
              : out.length
                ? own.out(out.join(', '))
                : t.conflicts.hasNotAnswered,
      },
    ],
  })}${paragraph(t.conflicts.quorum(count, voters.length, quorum))}${paragraph(own.votersLead, 'small')}`;
}

function decision(one: DecisionView, view: DecidingView, t: Texts, lang: Lang): Html {
  const own = t.decisions;
  const { retracted } = one;
  const names = (participants: DecisionView['participants'], part: boolean): Content =>
    participants
      .filter(({ tookPart }) => tookPart === part)
      .map(({ name, note, wholeEdition, unanswered }) => {
        const why = wholeEdition
          ? t.conflicts.wholeYear
          : note || (unanswered ? t.conflicts.notAnswered : '');
        return why ? `${name} (${why})` : name;
      })
      .join(', ');
  const out = names(one.participants, false);
  return card({
    level: 3,
    title: own.kinds[one.kind],
    over: html`${one.departs && tag(own.departs, 'warning')} ${retracted && tag(own.retracted(retracted.by, formatDateTime(retracted.at, lang)))}`,
    body: html`${one.noAward ? paragraph(own.noAward) : list(one.entries.map(({ organisation, outcome }) => (outcome === 'finalist' ? organisation : `${organisation}: ${own.outcomes[outcome].toLowerCase()}`)))}${
      one.reason && prose(one.reason)
    }${paragraph(html`${own.tookPart}: ${names(one.participants, true)}`)}${out && paragraph(html`${own.didNot}: ${out}`)}${one.quorum !== null && paragraph(t.conflicts.quorum(one.participants.filter(({ tookPart }) => tookPart).length, one.participants.length, one.quorum), 'muted')}${paragraph(own.decidedBy(one.decidedBy, formatDateTime(one.at, lang)), 'muted')}${one.motions.length > 0 && paragraph(own.follows(one.motions.map((motion) => motionTitle(motion, t)).join(', ')), 'muted')}${
      retracted && prose(retracted.reason)
    }${!retracted && view.retractable.includes(one.kind) ? retractForm(one.kind, view, t) : nothing}`,
  });
}

function retractForm(kind: DecisionKind, view: DecidingView, t: Texts): Html {
  const own = t.decisions;
  const name = `retract-${kind}`;
  const error = errorsByField(view.errors)[name];
  return details({
    summary: own.retract,
    open: error !== undefined,
    body: html`${paragraph(own.retractHint)}${form({
      action: `/jury/vedtak/${kind}/trekk`,
      version: view.version,
      body: html`${textArea({ name, label: own.retractReason, rows: 3, maxlength: 2000, value: (view.input(name) as string | undefined) ?? '', error })}${button({ label: own.retract, kind: 'danger' })}`,
    })}`,
  });
}
