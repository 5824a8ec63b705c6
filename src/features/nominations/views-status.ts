/** Where an application stands, in words for those who wrote it; what is public at its instant, nothing before. */
import { alert, link, paragraph, prose } from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { formatDate, formatDateTime, formatDeadline } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { NominationRow } from './schema.ts';
import type { Overview } from './views.ts';

/** What is public is shown at its instant, also before the state has followed. */
export const shownState = ({ row, outcome }: Overview): NominationRow['state'] => outcome ?? row.state;

export function whatNow(view: Overview, lang: Lang): Html {
  const { row, call, outcome, now, open, deadline } = view;
  const own = texts(lang).nominations.overview;
  const due = formatDeadline(deadline, lang);
  if (outcome) return outcomeBox(view, lang);
  switch (row.state) {
    case 'draft':
      if (open) return ownDeadline(view, lang);
      return deadline <= now
        ? alert({ tone: 'warning', title: own.notSent, body: paragraph(own.notSentBody) })
        : nothing;
    case 'submitted':
      return open
        ? html`${alert({ tone: 'success', body: paragraph(own.now.submitted(due)) })}${ownDeadline(view, lang)}`
        : alert({ tone: 'success', body: paragraph(own.now.received) });
    case 'returned':
      return alert({
        tone: 'warning',
        title: open ? own.now.returned(due) : own.now.returnedPassed,
        body: html`${prose(row.return_reason ?? '')}${open ? paragraph(own.now.returnedBody) : nothing}`,
      });
    case 'admitted':
      return alert({ tone: 'success', body: paragraph(own.now.admitted) });
    case 'rejected':
      return alert({
        tone: 'warning',
        title: own.now.rejected,
        body: html`${paragraph(own.now.rejectedBody)}<p><strong>${own.now.reason}</strong></p>${prose(row.rejection_reason ?? '')}`,
      });
    case 'withdrawn':
      return alert({
        title: own.now.withdrawn,
        body: paragraph(own.now.withdrawnBody(formatDateTime(row.withdrawn_at ?? now, lang))),
      });
    default:
      return alert({
        body: paragraph(
          call.finalists_at > now ? own.now.judging(formatDate(call.finalists_at, lang)) : own.now.notPublic,
        ),
      });
  }
}

/** That this application has more time than the others. */
function ownDeadline({ hasMoreTime, deadline }: Overview, lang: Lang): Html {
  if (!hasMoreTime) return nothing;
  const own = texts(lang).deadlines.extensions;
  return alert({
    tone: 'info',
    title: own.yours,
    body: paragraph(own.yoursBody(formatDeadline(deadline, lang))),
  });
}

function outcomeBox({ outcome, call }: Overview, lang: Lang): Html {
  const own = texts(lang).nominations.overview.outcome;
  if (!outcome) return nothing;
  const body =
    outcome === 'finalist' ? own.finalistBody(formatDateTime(call.ceremony_at, lang)) : own[`${outcome}Body`];
  return alert({
    tone: outcome === 'notSelected' ? 'info' : 'success',
    title: own[outcome],
    body: html`${paragraph(body)}<p>${link(`/prisen/${call.year}`, own.see)}</p>`,
  });
}
