/** A slide as a picture, for the hall and for the host. */
import { paragraph, stage, stageScreen, type Scene } from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDateTime, formatList } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Named, Slide } from './schema.ts';

/** The page for the projector. */
export function screenPage({ slide, rehearsal }: { slide: Slide; rehearsal: boolean }, lang: Lang): Page {
  const t = texts(lang).ceremony;
  return {
    title: t.screenTitle(slide.year),
    stage: true,
    main: stageScreen(pictureOf(slide, { rehearsal }, lang), {
      fullScreen: t.fullScreen,
      lost: t.screenLost,
    }),
  };
}

export function pictureOf(
  slide: Slide,
  { rehearsal, level }: { rehearsal: boolean; level?: 1 | 2 },
  lang: Lang,
): Html {
  const corner = rehearsal && html`<strong>${texts(lang).ceremony.rehearsal}</strong>`;
  return stage(sceneOf(slide, lang), level ? { corner, level } : { corner });
}

function sceneOf(slide: Slide, lang: Lang): Scene {
  const t = texts(lang).ceremony;
  const { year } = slide;
  switch (slide.shows) {
    case 'start':
      return {
        kind: 'start',
        over: t.welcome,
        title: t.prize(year),
        about: html`${formatDateTime(slide.at, lang)}${slide.place && html`, ${slide.place}`}`,
      };
    case 'nominated':
      return {
        kind: 'nominated',
        over: t.nominatedFor(year),
        title: slide.one.name,
        about: aboutOf(slide.one, lang),
        text: slide.one.statement && paragraph(slide.one.statement),
        foot: t.numberOf(slide.number, slide.of),
        step: { number: slide.number, of: slide.of },
      };
    case 'before':
      return { kind: 'before', over: t.prize(year), title: t.before };
    case 'noAward':
      return { kind: 'start', over: t.prize(year), title: t.noAward, text: paragraph(slide.text) };
    default:
      return {
        kind: 'winner',
        over: t.winnerOf(year),
        title: slide.one.name,
        about: aboutOf(slide.one, lang),
        text:
          slide.mentions.length > 0 &&
          paragraph(html`${t.honourable}: <strong>${formatList(slide.mentions, lang)}</strong>`),
      };
  }
}

const aboutOf = ({ unit, partners }: Named, lang: Lang): string =>
  [unit, partners.length > 0 ? texts(lang).publicSite.year.partners(formatList(partners, lang)) : '']
    .filter(Boolean)
    .join(' · ');
