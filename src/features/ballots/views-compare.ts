/** One's own ballots side by side: is the same given for the same thing? Where no points are given, what one wrote. */
import { heading, link, pageHead, paragraph, prose, table, tag } from '../../ui/components/index.ts';
import { html, type Content, type Html } from '../../ui/html.ts';
import { juryFrame, type SeatView } from '../../ui/jury-frame.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import type { GivenScore, MyBallot, Scale, SheetLine } from './schema.ts';
import { criterionIn, levels } from './words.ts';
import { applicantName } from '../../ui/text/format.ts';

export interface CompareView {
  seat: SeatView;
  ballots: readonly MyBallot[];
  criteria: readonly SheetLine[];
  given: readonly GivenScore[];
  scale: Scale;
}

export function comparePage(view: CompareView, lang: Lang): Page {
  const t = texts(lang);
  const words = t.notes.compare;
  const none = view.ballots.length === 0 || view.criteria.length === 0;
  return {
    title: words.title,
    wide: true,
    main: juryFrame(
      view.seat,
      '/jury/sammenlign',
      t,
      pageHead({ title: words.title, lead: words.lead }),
      none
        ? paragraph(words.none, 'muted')
        : view.criteria.map((line) => criterionTable(line, view, t, lang)),
      paragraph(link('/jury', t.ballots.page.back)),
    ),
  };
}

/** One table a criterion, so that it fits on a phone: the application, and what one gave it. */
function criterionTable(line: SheetLine, view: CompareView, t: Texts, lang: Lang): Html {
  const { name, lang: written } = criterionIn(line.texts, lang);
  const title = html`<span lang="${written}">${name}</span>`;
  const rows = view.ballots.map((ballot) => ({
    ballot,
    given: view.given.find(
      ({ ballotId, criterionId }) => ballotId === ballot.id && criterionId === line.criterionId,
    ),
  }));
  return html`${heading(2, title)}${table({
    caption: name,
    hideCaption: true,
    rows,
    columns: [
      {
        header: t.notes.compare.application,
        names: true,
        cell: ({ ballot }) =>
          link(
            `/jury/soknad/${ballot.nomination_id}#kriterium-${line.criterionId}`,
            applicantName(ballot.organisation_name, ballot.unit_name),
          ),
      },
      {
        header: t.notes.compare.given,
        cell: ({ given }) => givenOn(line, given, view.scale, t, lang),
      },
      {
        header: t.notes.compare.state,
        cell: ({ ballot }) =>
          tag(t.ballots.states[ballot.state], ballot.state === 'delivered' ? 'success' : 'neutral'),
      },
    ],
  })}`;
}

function givenOn(
  line: SheetLine,
  given: GivenScore | undefined,
  scale: Scale,
  t: Texts,
  lang: Lang,
): Content {
  if (line.kind === 'must' && !line.scored)
    return given?.met == null ? t.ballots.noScore : given.met ? t.common.yes : t.common.no;
  if (!line.scored) return given?.assessment ? prose(given.assessment) : t.results.noText;
  if (!given || given.score === null) return t.ballots.noScore;
  const chosen = given.notDescribed ? 'none' : String(given.score);
  return levels(scale, t, lang).find(({ value }) => value === chosen)?.label ?? t.ballots.noScore;
}
