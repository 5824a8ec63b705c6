/** The juror's own pages: what is left to do, and the rules of confidence. */
import {
  actions,
  buttonLink,
  card,
  checklist,
  countdown,
  emptyState,
  errorSummary,
  link,
  list,
  pageHead,
  paragraph,
  progress,
  rows,
  section,
  statusMessage,
  tag,
  type FormError,
  type Tone,
} from '../../ui/components/index.ts';
import { confidenceRules } from '../../ui/confidence.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { juryFrame, type SeatView } from '../../ui/jury-frame.ts';
import type { Page } from '../../ui/layout.ts';
import { applicantName, formatDeadline } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import type { SeatRole } from './schema.ts';

type BallotState = 'assigned' | 'started' | 'delivered' | 'locked' | 'reopened' | 'recused' | 'voided';
export interface WorkspaceView {
  year: number;
  state: string;
  role: SeatRole;
  organisation: string;
  seat: SeatView;
  confirmed_at: Date | null;
  judging_ends_at: Date;
  /** Applicants the juror has not answered for. */
  undeclared: number;
  /** Names alone, before everything is declared. */
  names: readonly string[];
  ballots: readonly {
    nomination_id: string;
    organisation_name: string;
    unit_name: string;
    state: BallotState;
  }[];
  /** The made-up application that comes first, where the year has one. */
  calibration: { deliveredAt: Date | null; openedAt: Date | null; writable: boolean } | null;
  now: Date;
  /** All applicants have been answered for just now. */
  answered: boolean;
}

const tones: Record<BallotState, Tone> = {
  assigned: 'neutral',
  started: 'warning',
  delivered: 'success',
  locked: 'info',
  reopened: 'warning',
  recused: 'neutral',
  voided: 'neutral',
};
const finished = (state: BallotState): boolean => state === 'delivered' || state === 'locked';

export function workspacePage(view: WorkspaceView, lang: Lang): Page {
  const t = texts(lang);
  const { workspace, roles } = t.jury;
  const title = workspace.title(view.year);
  return {
    title,
    main: juryFrame(
      view.seat,
      '/jury',
      t,
      view.answered && statusMessage(t.jury.declaration.savedAll),
      pageHead({ title, lead: workspace.as(roles[view.role], view.organisation) }),
      view.seat.deputy
        ? paragraph(workspace.deputy)
        : [whatIsLeft(view, t, lang), applications(view, t), chairLinks(view, t)],
    ),
  };
}

export function notSeatedPage(lang: Lang): Page {
  const { jury } = texts(lang);
  return {
    title: jury.title,
    main: html`${pageHead({ title: jury.title })}${emptyState({ title: jury.workspace.notSeated, body: jury.workspace.notSeatedBody })}`,
  };
}

function whatIsLeft(view: WorkspaceView, t: Texts, lang: Lang): Html {
  const { workspace } = t.jury;
  const { ballots } = view;
  const open = ballots.filter(({ state }) => !finished(state));
  const judging = view.state === 'judging';
  const ended = view.judging_ends_at <= view.now;
  const when = formatDeadline(view.judging_ends_at, lang);
  const steps = [
    { label: workspace.stepConfidence, met: view.confirmed_at !== null, href: '/jury/fortrolighet' },
    ...(view.undeclared > 0
      ? [{ label: workspace.stepDeclare(view.undeclared), met: false, href: '/jury/habilitet' }]
      : []),
    ...(view.calibration?.writable
      ? [{ label: t.calibration.step, met: false, href: '/jury/eksempel' }]
      : []),
    ...((judging || open.some(({ state }) => state === 'reopened')) && open.length
      ? [
          {
            label: workspace.stepBallots(open.length),
            met: false,
            href: `/jury/soknad/${(open.find(({ state }) => state === 'reopened') ?? open[0]!).nomination_id}`,
          },
        ]
      : []),
  ];
  const next = steps.find(({ met }) => !met);
  const status = view.seat.closed
    ? paragraph(workspace.closed)
    : judging
      ? ended
        ? paragraph(workspace.deadlinePassed(when))
        : countdown({ at: view.judging_ends_at, now: view.now, lang, label: workspace.deadline })
      : paragraph(workspace.notStarted);
  if (view.seat.closed && !next) return status;
  const done =
    judging &&
    ballots.length > 0 &&
    !next &&
    card({
      tone: 'success',
      tinted: true,
      title: workspace.nothingToDo,
      body: paragraph(workspace.nothingToDoBody),
    });
  return section({
    title: workspace.toDo,
    id: 'gjenstar',
    body: html`<div class="ep-stack">${status}${view.confirmed_at !== null && !view.seat.closed && paragraph(link('/jury/frist.ics', t.jury.calendar.link, { download: true }))}${done || checklist(steps, t)}${
      judging &&
      ballots.length > 0 &&
      progress({
        id: 'levert',
        label: workspace.deliveredLabel,
        value: ballots.length - open.length,
        max: ballots.length,
        shown: workspace.deliveredShort(ballots.length - open.length, ballots.length),
      })
    }${next && actions(buttonLink({ href: next.href, label: workspace.next(next.label) }))}</div>`,
  });
}

function applications(view: WorkspaceView, t: Texts): Html {
  const { names, ballots, confirmed_at, seat, calibration } = view;
  const { workspace } = t.jury;
  if (!confirmed_at) return nothing;
  const named = ballots.map(
    (ballot) =>
      html`${link(`/jury/soknad/${ballot.nomination_id}`, nameOf(ballot))} ${tag(t.ballots.states[ballot.state], tones[ballot.state])}`,
  );
  const body = ballots.length
    ? html`${rows(named)}${list([
        link('/jury/utskrift', t.desk.print.link),
        link('/jury/utskrift.pdf', t.desk.print.toPdf),
        ...(ballots.some(({ state }) => state !== 'assigned')
          ? [link('/jury/sammenlign', t.notes.compare.link)]
          : []),
        ...(calibration
          ? [link('/jury/eksempel', calibration.openedAt ? t.calibration.toSideBySide : t.calibration.title)]
          : []),
      ])}`
    : names.length
      ? html`${!seat.closed && paragraph(workspace.applicationsLead, 'muted')}${list(names)}`
      : paragraph(workspace.noApplications, 'muted');
  return section({ title: workspace.applications, id: 'soknader', body });
}

const nameOf = ({ organisation_name, unit_name }: { organisation_name: string; unit_name: string }): string =>
  applicantName(organisation_name, unit_name);

function chairLinks({ seat }: WorkspaceView, t: Texts): Html {
  const { workspace } = t.jury;
  const links = [
    ...(seat.leads ? [link('/jury/leder', workspace.toLeader)] : []),
    ...(seat.closed && seat.confirmed ? [link('/jury/resultat', workspace.toResult)] : []),
    ...(seat.closed && seat.confirmed ? [link('/jury/kontrollsummer', t.sealing.hashes.title)] : []),
    ...(seat.closed && seat.decides ? [link('/jury/vedtak', workspace.toDecision)] : []),
  ];
  return links.length ? section({ title: workspace.chair, id: 'leder', body: list(links) }) : nothing;
}

export function confidencePage(
  view: { seat: SeatView; confirmed_at: Date | null; errors?: readonly FormError[] },
  lang: Lang,
): Page {
  const t = texts(lang);
  const { confidence } = t.jury;
  const { errors = [], confirmed_at } = view;
  return {
    title: confidence.title,
    failed: errors.length > 0,
    main: juryFrame(
      view.seat,
      '/jury/fortrolighet',
      t,
      errorSummary(errors, t),
      pageHead({ title: confidence.title, lead: confidence.lead }),
      confidenceRules({ action: '/jury/fortrolighet', confirmedAt: confirmed_at, errors }, lang),
    ),
  };
}
