/** A deadline: the exact time, its zone, and in words how long is left. */
import { attrs, html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { DURATION_UNITS, formatDeadlineExact, formatDuration } from '../text/format.ts';
import { texts, type Lang } from '../text/index.ts';
import { time } from './text.ts';

/** Right as the page is made; browser scripts keep it fresh and say it aloud when it matters. */
export function countdown(options: { at: Date; now: Date; lang: Lang; label?: Content }): Html {
  const { at, now, lang, label } = options;
  const own = texts(lang).common.countdown;
  const given = attrs({
    class: 'ep-countdown',
    'data-countdown': at.toISOString(),
    'data-now': now.toISOString(),
    'data-units': JSON.stringify(DURATION_UNITS[lang]),
    'data-words': own.left('{left}'),
    'data-passed': own.passed,
  });
  const left = at > now ? own.left(formatDuration(at.getTime() - now.getTime(), lang)) : own.passed;
  return html`<div${given}>${label && html`<strong>${label}:</strong> `}${time(at, formatDeadlineExact(at, lang))}. <span data-left>${left}</span></div>`;
}
