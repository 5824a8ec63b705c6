/** Browser scripts that only some pages need. */
import { scriptUrl } from '../assets.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';

/**
 * Beside what it works on: the browser fetches it as part of the page. When it was fetched only later, a connection that was
 * lost just after the page had come left a form that did not save by itself and did not say so. `main.ts` starts it.
 */
export const neededScript = (name: Parameters<typeof scriptUrl>[0]): Html =>
  html`<script type="module" src="${scriptUrl(name)}"></script>`;
