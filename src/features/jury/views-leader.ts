/** The chair's page: conflicts to decide, who has delivered, and the closing. Counts, never a score. */
import {
  alert,
  button,
  card,
  checklist,
  details,
  errorSummary,
  errorsByField,
  form,
  heading,
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
  type FormError,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { juryFrame, type SeatView } from '../../ui/jury-frame.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDateTime, formatList } from '../../ui/text/format.ts';
import { requirementText, texts, type Lang, type Texts } from '../../ui/text/index.ts';
import {
  DEPARTURE_LENGTH,
  reaches,
  type Capacity,
  type Ground,
  type ProgressOut,
  type ProposalOut,
  type Reach,
  type Standing,
} from './schema.ts';

export interface ConflictView {
  nominationId: string;
  organisation: string;
  personId: string;
  name: string;
  capacity: Capacity;
  answer: 'none' | 'connection' | 'unsure' | null;
  grounds: readonly string[];
  note: string | null;
  standing: Standing;
  decision: { recused: boolean; reach: Reach | null; reason: string; decidedBy: string; at: Date } | null;
  ruleReach: Reach;
  mayDecide: boolean;
}
export interface LeaderView {
  seat: SeatView;
  editionId: string;
  version: number;
  state: string;
  judging_closed_at: Date | null;
  /** Null for whoever only decides on some conflicts. */
  progress: ProgressOut | null;
  conflicts: readonly ConflictView[];
  /** Connections that the service sees and nobody has declared. */
  detected: readonly ProposalOut[];
  /** What stands between now and the closing; null when one may not close. */
  closing: readonly { requirement: string; met: boolean; items: readonly string[] }[] | null;
  statements: boolean;
  saved: boolean;
  errors: readonly FormError[];
  input: (name: string) => string;
}

export const conflictKey = ({
  nominationId,
  personId,
}: Pick<ConflictView, 'nominationId' | 'personId'>): string => `${nominationId}-${personId}`;

export function leaderPage(view: LeaderView, lang: Lang): Page {
  const t = texts(lang);
  const { leader } = t.jury;
  return {
    title: leader.title,
    wide: true,
    failed: view.errors.length > 0,
    main: juryFrame(
      view.seat,
      '/jury/leder',
      t,
      errorSummary(view.errors, t),
      view.saved && statusMessage(t.jury.conflicts.saved),
      pageHead({ title: leader.title, lead: leader.lead }),
      view.judging_closed_at &&
        alert({
          tone: 'info',
          body: html`${paragraph(leader.closedAt(formatDateTime(view.judging_closed_at, lang)))}${view.state === 'deliberating' && paragraph(link('/jury/leder/vurderinger', t.sealing.chair.toPage))}`,
        }),
      section({
        title: t.jury.conflicts.title,
        id: 'habilitet',
        body: html`${conflicts(view, t, lang)}${paragraph(t.conflicts.chairOut, 'small')}${view.progress && protocolLinks(view.editionId, t)}`,
      }),
      view.detected.length > 0 &&
        section({
          title: t.work.detected,
          id: 'mulige',
          body: html`${paragraph(t.work.detectedLead)}${view.detected.map((one) => proposal(one, view, t))}`,
        }),
      view.progress && section({ title: leader.progress, body: progressTables(view.progress, t, lang) }),
      view.closing && section({ title: leader.close, id: 'avslutt', body: closing(view, t) }),
      view.statements && paragraph(link(`/sekretariat/${view.editionId}/begrunnelser`, leader.statements)),
    ),
  };
}

/** Only for those who lead: each line of it is scoped by the policy. */
const protocolLinks = (editionId: string, t: Texts): Html =>
  list([
    link(`/sekretariat/${editionId}/habilitet/protokoll.pdf`, t.conflicts.protocol.pdf, { download: true }),
    link(`/sekretariat/${editionId}/habilitet/protokoll.json`, t.conflicts.protocol.json, { download: true }),
  ]);

function conflicts(view: LeaderView, t: Texts, lang: Lang): Html {
  const own = t.jury.conflicts;
  const waiting = view.conflicts.filter(({ standing }) => standing === 'pending');
  const settled = view.conflicts.filter(({ standing }) => standing !== 'pending');
  return html`${waiting.length ? html`${paragraph(own.lead)}${waiting.map((one) => conflict(one, view, t, lang))}` : paragraph(own.none)}${
    settled.length > 0 &&
    details({ summary: own.earlier, body: settled.map((one) => conflict(one, view, t, lang)) })
  }`;
}

function conflict(one: ConflictView, view: LeaderView, t: Texts, lang: Lang): Html {
  const own = t.jury.conflicts;
  const state = { pending: own.pending, recused: own.recused, free: own.free, undeclared: own.free }[
    one.standing
  ];
  const { decision } = one;
  const decide = one.mayDecide && decideForm(one, view, t);
  return card({
    level: 3,
    title: own.about(one.name, one.organisation),
    over: tag(state, one.standing === 'pending' ? 'warning' : 'neutral'),
    body: html`${one.capacity !== 'jury' && paragraph(t.conflicts.capacityLead[one.capacity], 'muted')}${one.answer && paragraph(own.answered(t.jury.declaration.answers[one.answer]))}${
      one.grounds.length > 0 &&
      list(one.grounds.map((ground) => t.jury.declaration.grounds[ground as Ground]))
    }${one.note && prose(one.note)}${
      decision &&
      html`${paragraph(own.decided(decision.recused ? own.recused : own.free, decision.decidedBy, formatDateTime(decision.at, lang)), 'muted')}${decision.reach && paragraph(t.conflicts.decide.reached(t.conflicts.reaches[decision.reach]), 'muted')}${prose(decision.reason)}`
    }${
      decision && decide
        ? details({
            summary: own.change,
            body: decide,
            open: view.errors.some(({ field }) => field?.endsWith(conflictKey(one))),
          })
        : decide || paragraph(own.notYours, 'muted')
    }`,
  });
}

function proposal(one: ProposalOut, view: LeaderView, t: Texts): Html {
  const key = conflictKey(one);
  return card({
    level: 3,
    title: t.jury.conflicts.about(one.name, one.organisation),
    over: tag(t.work.standing[one.standing], 'info'),
    body: html`${list(one.reasons.map(({ rule, about }) => t.work.rules[rule](about)))}${details({
      summary: t.jury.conflicts.decide,
      open: view.errors.some(({ field }) => field?.endsWith(key)),
      body: decideForm(one, view, t),
    })}`,
  });
}

function decideForm(
  one: Pick<ConflictView, 'nominationId' | 'personId' | 'name' | 'organisation' | 'ruleReach'>,
  view: LeaderView,
  t: Texts,
): Html {
  const own = t.jury.conflicts;
  const key = conflictKey(one);
  const errors = errorsByField(view.errors);
  return form({
    action: `/jury/leder/habilitet/${one.nominationId}/${one.personId}`,
    label: own.about(one.name, one.organisation),
    body: html`${radioGroup({
      name: `outcome-${key}`,
      legend: own.outcomeLegend,
      value: view.input(`outcome-${key}`),
      error: errors[`outcome-${key}`],
      options: [
        { value: 'yes', label: own.outcomes.yes },
        { value: 'no', label: own.outcomes.no },
      ],
    })}${radioGroup({
      name: `reach-${key}`,
      legend: t.conflicts.decide.reachLegend,
      hint: t.conflicts.decide.reachHint(DEPARTURE_LENGTH),
      value: view.input(`reach-${key}`) || one.ruleReach,
      error: errors[`reach-${key}`],
      options: [one.ruleReach, ...reaches.filter((reach) => reach !== one.ruleReach)].map((value, i) => ({
        value,
        label: t.conflicts.decide[i === 0 ? 'byRule' : 'other'](t.conflicts.reaches[value]),
      })),
    })}${textArea({ name: `reason-${key}`, label: own.reason, hint: own.reasonHint, rows: 3, maxlength: 2000, value: view.input(`reason-${key}`), error: errors[`reason-${key}`] })}${button({ label: own.decide })}`,
  });
}

function progressTables({ jurors, applications }: ProgressOut, t: Texts, lang: Lang): Html {
  const { leader } = t.jury;
  const answered = (juror: ProgressOut['jurors'][number]): string =>
    juror.undeclared === 0
      ? t.common.done
      : leader.of(applications.length - juror.undeclared, applications.length);
  const jurorTable = table({
    caption: leader.progress,
    hideCaption: true,
    rows: jurors,
    columns: [
      { header: leader.juror, names: true, cell: ({ name }) => name },
      { header: leader.seat, cell: ({ organisation }) => organisation },
      { header: leader.confirmed, cell: ({ confirmed }) => (confirmed ? leader.yes : leader.notYet) },
      { header: leader.declared, cell: (juror) => (applications.length ? answered(juror) : '') },
      {
        header: leader.delivered,
        numeric: true,
        cell: ({ delivered, expected }) => leader.of(delivered, expected),
      },
    ],
  });
  const perApplication = table({
    caption: leader.perApplication,
    rows: applications,
    columns: [
      { header: leader.application, names: true, cell: ({ organisation }) => organisation },
      {
        header: leader.delivered,
        numeric: true,
        cell: ({ delivered, expected }) => leader.of(delivered, expected),
      },
      { header: leader.out, cell: ({ out }) => (out.length ? formatList(out, lang) : '') },
    ],
  });
  return html`${jurorTable}${applications.length ? perApplication : nothing}${paragraph(leader.hidden, 'small')}`;
}

/** What the judging can be closed without, for a reason that is given. */
export const withReason: ReadonlySet<string> = new Set(['everybodyDelivered', 'enoughDelivered']);

function closing(view: LeaderView, t: Texts): Html {
  const { leader } = t.jury;
  const items = view.closing ?? [];
  const lacking = items.filter(({ requirement, met }) => withReason.has(requirement) && !met);
  const itemsOf = (name: string) => lacking.find(({ requirement }) => requirement === name)?.items ?? [];
  const [missing, few] = [itemsOf('everybodyDelivered'), itemsOf('enoughDelivered')];
  const blocking = items.filter(({ requirement, met }) => !withReason.has(requirement) && !met);
  const needsReason = lacking.length > 0;
  const body = html`${needsReason && textArea({ name: 'reason', label: leader.reason, rows: 3, maxlength: 2000, value: view.input('reason'), error: errorsByField(view.errors)['reason'] })}${button({ label: leader.closeButton, kind: needsReason ? 'secondary' : 'primary' })}`;
  return html`${paragraph(leader.closeLead)}${checklist(
    items
      .filter((item) => !lacking.includes(item))
      .map(({ requirement, met, items: whom }) => ({
        met,
        label: requirementText(t, requirement, met ? [] : whom),
      })),
    t,
  )}${missing.length > 0 && html`${heading(3, leader.missing)}${list(missing)}`}${few.length > 0 && html`${heading(3, leader.few)}${list(few)}`}${needsReason && paragraph(leader.missingLead)}${
    blocking.length ? nothing : form({ action: '/jury/leder/avslutt', version: view.version, body })
  }`;
}
