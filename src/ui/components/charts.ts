/** Numbers that people compare, drawn. The number always stands beside it as text. */
import { html } from '../html.ts';
import type { Html } from '../html.ts';

/** A bar for one cell of a table: `value` of `max`. Decoration, since the cell says the number. */
export function bar(value: number, max: number): Html {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) * 100 : 0;
  return html`<svg class="ep-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="ep-bar__track" width="100" height="8" /><rect class="ep-bar__value" width="${share.toFixed(1)}" height="8" /></svg>`;
}

/**
 * Where each of a few values lies on a scale: one dot a value, a line at the mean. Decoration, as above.
 * Values outside the scale are drawn at its ends.
 */
export function spread(values: readonly number[], mean: number, scale: { min: number; max: number }): Html {
  const at = (value: number): string =>
    (
      4 +
      ((Math.min(scale.max, Math.max(scale.min, value)) - scale.min) / (scale.max - scale.min || 1)) * 112
    ).toFixed(1);
  return html`<svg class="ep-spread" viewBox="0 0 120 16" aria-hidden="true" focusable="false"><path class="ep-spread__scale" d="M4 8h112" /><path class="ep-spread__mean" d="M${at(mean)} 1v14" />${values.map(
    (value) => html`<circle cx="${at(value)}" cy="8" r="3" />`,
  )}</svg>`;
}
