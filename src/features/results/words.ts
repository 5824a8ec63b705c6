/** Figures and names as a page says them. */
import { formatDecimal, formatNumber } from '../../ui/text/format.ts';
import type { Lang } from '../../ui/text/index.ts';

/** A computed figure in two decimals. */
export const figure = (value: number, lang: Lang, decimals = 2): string =>
  formatDecimal((value + (value < 0 ? -1e-9 : 1e-9)).toFixed(decimals).replace(/^-(0\.?0*)$/, '$1'), lang);

/** With a sign, for what lies above or below. */
export const signed = (value: number, lang: Lang): string =>
  value > 0.005 ? `+${figure(value, lang)}` : figure(value, lang);

/** A share as percent, without decimals; what is little but not nothing does not become 0. */
export const percent = (share: number, lang: Lang): string => {
  if (share > 0 && share < 0.01) return 'under 1';
  return formatNumber(Math.round(share * 100), lang);
};
