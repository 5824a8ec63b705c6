/** What one can press. */
import { attrs, html } from '../html.ts';
import type { Attributes, Content, Html } from '../html.ts';

export type ButtonKind = 'primary' | 'secondary' | 'tertiary' | 'danger';

function look(kind: ButtonKind, small?: boolean): Attributes {
  return {
    class: 'ds-button',
    'data-variant': kind === 'danger' ? 'secondary' : kind,
    // Said, for a button in a neutral card is still a button.
    'data-color': kind === 'danger' ? 'danger' : 'accent',
    'data-size': small ? 'sm' : null,
  };
}

/** A button that sends its form. `name` and `value` say which one was pressed; `action` sends it elsewhere. */
export function button(options: {
  label: Content;
  kind?: ButtonKind;
  name?: string;
  value?: string | number;
  action?: string;
  small?: boolean;
  /** Skips the browser's own field checks: for "save draft" and "cancel". */
  unchecked?: boolean;
  /** Id of a form that stands elsewhere on the page. */
  form?: string;
  /** Only for browser scripts; hidden until a script shows it. */
  type?: 'submit' | 'button';
  /** Hook for a browser script. */
  enhance?: 'print';
}): Html {
  const { name, value, action, form, enhance } = options;
  const rest = {
    type: options.type ?? 'submit',
    name,
    value,
    form,
    formaction: action,
    formnovalidate: options.unchecked,
    'data-enhance': enhance,
    hidden: enhance !== undefined,
  };
  return html`<button${attrs({ ...look(options.kind ?? 'primary', options.small), ...rest })}>${options.label}</button>`;
}

/** A link that looks like a button: for the one next step of a page. */
export function buttonLink(options: {
  href: string;
  label: Content;
  kind?: ButtonKind;
  small?: boolean;
  download?: boolean;
}): Html {
  const { href, download } = options;
  return html`<a${attrs({ ...look(options.kind ?? 'primary', options.small), href, download })}>${options.label}</a>`;
}

/** A link in running text. */
export function link(
  href: string,
  label: Content,
  options: { lang?: string; download?: boolean; current?: boolean } = {},
): Html {
  const { lang, download } = options;
  return html`<a${attrs({ class: 'ds-link', href, lang, hreflang: lang, download, 'aria-current': options.current && 'page' })}>${label}</a>`;
}

/** Buttons and links side by side, the most important first. */
export function actions(...items: Content[]): Html {
  return html`<div class="ep-actions">${items}</div>`;
}
