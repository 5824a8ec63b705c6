/** What a hall looks at: one picture, large and dark, whose sizes follow its own width so that the host sees the same in small. */
import { attrs, html, type Content, type Html } from '../html.ts';
import { mark } from './icons.ts';
import { button } from './actions.ts';
import { neededScript } from './scripts.ts';

/** Longer than this, a name is set smaller. */
const LONG_NAME = 26;

export interface Scene {
  kind: 'start' | 'nominated' | 'before' | 'winner';
  over: Content;
  title: string;
  about?: Content;
  text?: Content;
  foot?: Content;
  /** Which of how many: drawn as dots, beside the words of `over`. */
  step?: { number: number; of: number };
}

/** The picture alone. `level` is that of its heading. */
export function stage(scene: Scene, { corner, level = 1 }: { corner?: Content; level?: 1 | 2 } = {}): Html {
  const { kind, over, title, about, text, foot, step } = scene;
  const size = title.length > 2 * LONG_NAME ? 'longer' : title.length > LONG_NAME ? 'long' : null;
  const heading =
    level === 1
      ? html`<h1${attrs({ class: 'ep-stage__title', 'data-size': size })}>${title}</h1>`
      : html`<h2${attrs({ class: 'ep-stage__title', 'data-size': size })}>${title}</h2>`;
  return html`<div class="ep-stage" id="scene" data-color-scheme="dark" data-kind="${kind}">
<p class="ep-stage__name">${mark()}<span>Etikkprisen</span></p>${corner && html`<p class="ep-stage__corner">${corner}</p>`}
<div class="ep-stage__middle">${kind === 'winner' && html`<div class="ep-stage__honour">${mark()}</div>`}<p class="ep-stage__over">${over}</p>
${heading}${about && html`<p class="ep-stage__about">${about}</p>`}${text && html`<div class="ep-stage__text">${text}</div>`}</div>
<div class="ep-stage__foot">${foot}${step && html`<span class="ep-stage__dots" aria-hidden="true">${Array.from({ length: step.of }, (_, i) => html`<i${attrs({ 'data-now': i + 1 === step.number ? '' : null })}></i>`)}</span>`}</div>
</div>`;
}

/** The whole screen: the picture, which follows what the host does, and a button for those who may not know of F11. */
export const stageScreen = (
  picture: Html,
  { fullScreen, lost }: { fullScreen: string; lost: string },
): Html =>
  html`<div class="ep-stage-screen" data-stage="scene">${picture}<p class="ep-stage-lost" hidden>${lost}</p><div class="ep-stage-full" hidden>${button({ label: fullScreen, kind: 'secondary', small: true, type: 'button' })}</div></div>${neededScript('ceremony')}`;

/** What the host works with: it follows what others do, keeps what it shows when the line is lost, and listens to a clicker. */
export const remoteControl = (body: Content, { lost }: { lost: string }): Html =>
  html`<div data-remote><p class="ep-remote-lost" role="status" data-lost="${lost}"></p><div id="remote" class="ep-remote">${body}</div></div>${neededScript('ceremony')}`;

/** One press of the remote control. `clicker` is the key of a presenter's clicker that presses it, too. */
export function pressForm(options: {
  action: string;
  version: number;
  move: string;
  label: string;
  kind: 'primary' | 'secondary' | 'danger' | 'tertiary';
  clicker?: 'next' | 'back';
}): Html {
  const { action, version, move, label, kind, clicker } = options;
  return html`<form method="post"${attrs({ action, 'data-clicker': clicker ?? null })}><input type="hidden" name="version" value="${version}"><input type="hidden" name="move" value="${move}">${button({ label, kind })}</form>`;
}
