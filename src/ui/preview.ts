/** Before the announcement: the call, the form and the ballot as they will be seen. What stands above each, and the ways to them. */
import { alert, statusMessage } from './components/boxes.ts';
import { link } from './components/actions.ts';
import { list } from './components/lists.ts';
import { paragraph } from './components/text.ts';
import { editionHref } from './edition-nav.ts';
import { html, type Html } from './html.ts';
import { LANGS, texts, type Lang } from './text/index.ts';

const paths = { call: '/utlysning', form: '/skjema', ballot: '/vurdering' } as const;
export type Preview = keyof typeof paths;
const previews = Object.keys(paths) as Preview[];

/** An id of nobody and nothing: what is previewed belongs to no application and no juror. */
export const NOBODYS = '00000000-0000-0000-0000-000000000000';

/** One a language, where the same is shown in several on a page. */
export const nobodysIn = (lang: Lang): string => NOBODYS.slice(0, -1) + LANGS.indexOf(lang);

export const previewHref = (editionId: string, what: Preview): string =>
  `${editionHref(editionId)}/forhandsvis${paths[what]}`;

interface Shown {
  editionId: string;
  what: Preview;
  /** The address of this page of it. */
  here: string;
  /** A form of it has just been tried. */
  tried?: boolean;
}

/** In the language in which it is shown: that it is a preview, the other languages, and where the words are written. */
export function previewNote({ editionId, what, here, tried = false }: Shown, lang: Lang): Html {
  const { preview: t, secretariat: s } = texts(lang);
  const others = LANGS.filter((each) => each !== lang).map((each) =>
    link(`${here}?sprak=${each}`, t.inLanguage[each]),
  );
  const place = what === 'call' ? 'setup' : 'criteria';
  return html`${tried && statusMessage(t.tried, 'info')}${alert({
    tone: 'warning',
    body: html`${paragraph(html`<strong>${t.title[what]}.</strong> ${t.lead}${what !== 'call' && ` ${t.try}`}`)}${list(
      [
        ...others,
        ...previews
          .filter((each) => each !== what)
          .map((each) => link(`${previewHref(editionId, each)}?sprak=${lang}`, t.title[each])),
        link(editionHref(editionId, place), s.nav[place]),
      ],
    )}`,
  })}`;
}

/** The ways to the three of them, in this language where one is named. */
export function previewLinks(editionId: string, lang: Lang, shownIn: Lang = lang): Html {
  const { preview: t } = texts(lang);
  return list(
    previews.map((each) => link(`${previewHref(editionId, each)}?sprak=${shownIn}`, t.title[each])),
  );
}
