/** The shared screen: large, and nothing on it that is not for everybody in the room. */
import {
  alert,
  buttonLink,
  descriptionList,
  livePart,
  pageHead,
  paragraph,
  table,
} from '../../ui/components/index.ts';
import { html, type Content } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { motionTitle } from '../../ui/motion-title.ts';
import { formatList } from '../../ui/text/format.ts';
import { submissionView, type SubmissionContent } from '../../ui/submission.ts';
import { isLang, texts, type Lang } from '../../ui/text/index.ts';
import type { ScreenOut } from './schema.ts';
import { nameOf } from './views.ts';

export interface ScreenView extends Omit<ScreenOut, 'application'> {
  id: string;
  application:
    | (Omit<NonNullable<ScreenOut['application']>, 'submission'> & { submission: SubmissionContent })
    | null;
}

export function screenPage(view: ScreenView, lang: Lang): Page {
  const own = texts(lang).meetings.screen;
  return {
    title: own.title(view.year),
    screen: true,
    main: html`${livePart({ id: 'skjerm', body: shownOn(view, lang) })}${buttonLink({ href: `/moter/${view.id}/skjerm`, label: own.again, kind: 'tertiary', small: true })}`,
  };
}

function shownOn(view: ScreenView, lang: Lang): Content {
  const own = texts(lang).meetings.screen;
  const over = own.title(view.year);
  const { application, ranking } = view;
  switch (view.shows) {
    case 'application':
      return (
        application && html`${pageHead({ title: nameOf(application), over })}${answersOf(application, lang)}`
      );
    case 'ranking':
      return html`${pageHead({ title: own.ranking, over, lead: own.rankingLead })}${rankingTable(ranking ?? [], lang)}`;
    case 'motion':
      return view.motion && motionShown(view.motion, over, lang);
    case 'covered':
      return html`${pageHead({ title: own.covered, over })}${alert({ tone: 'warning', body: paragraph(own.coveredBody) })}`;
    case 'notForYou':
      return html`${pageHead({ title: own.notForYou, over })}${paragraph(own.notForYouBody, 'lead')}`;
    default:
      return html`${pageHead({
        title: view.ended ? own.ended : own.nothing,
        over,
        lead: view.ended ? own.endedBody : own.nothingBody,
      })}`;
  }
}

/** What is voted on; how each votes is said aloud, and stands nowhere on the screen. */
function motionShown(motion: NonNullable<ScreenOut['motion']>, over: string, lang: Lang): Content {
  const t = texts(lang);
  const own = t.meetings.screen;
  const { result, open, out } = motion;
  return html`${pageHead({ title: motionTitle(motion, t), over, ...(motion.body ? { lead: motion.body } : {}) })}${
    result
      ? alert({
          tone: result.outcome === 'carried' ? 'success' : 'info',
          title: t.motions.outcomes[result.outcome],
          body: html`${paragraph(t.motions.tally(result.for, result.against, result.abstain))}${
            result.castVoteBy && paragraph(t.motions.castVote(result.castVoteBy))
          }`,
        })
      : paragraph(open ? own.options : own.resultCovered, 'lead')
  }${descriptionList([
    [own.entitled, own.mayVote(motion.entitled)],
    [own.quorum, own.votesNeeded(motion.quorum)],
    [own.outOfIt, out.length > 0 ? formatList(out, lang) : own.nobody],
  ])}`;
}

/** What they say of their work; who has approved it at home is nothing for a screen. */
const answersOf = ({ submission, language }: NonNullable<ScreenView['application']>, lang: Lang): Content =>
  submissionView(
    {
      ...submission,
      answers: submission.answers.filter(({ section }) => section !== 'approval'),
      documents: null,
    },
    { lang, language: isLang(language) ? language : 'nb' },
  );

function rankingTable(ranking: NonNullable<ScreenOut['ranking']>, lang: Lang): Content {
  const own = texts(lang).meetings.screen;
  return table({
    caption: own.ranking,
    hideCaption: true,
    rows: ranking,
    columns: [
      { header: own.place, cell: ({ place }) => place ?? own.noPlace },
      { header: own.application, names: true, cell: nameOf },
      { header: own.score, numeric: true, cell: ({ score }) => score ?? '' },
    ],
  });
}
