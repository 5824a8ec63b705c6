/** What is said of one publication: when, by whom, and what its approval means. */
import { formatDateTime, formatRelative } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { PublicationRow } from './schema.ts';
import type { PublicationOnPage } from './views-publication.ts';

/** What is asked before the approval: with it the moment may have come. */
export const askOf = ({ release }: PublicationRow, lang: Lang): string => {
  const t = texts(lang).publication;
  return release === 'approval' ? t.approveAskAtOnce : release === 'press' ? t.approveAskPress : t.approveAsk;
};

/** When it becomes, or became, public: of each state in its own words. */
export function whenOf({ row, state }: PublicationOnPage, now: Date, lang: Lang): string {
  const t = texts(lang).publication;
  const when = formatDateTime(row.publish_at, lang);
  const relative = formatRelative(row.publish_at, now, lang);
  switch (state) {
    case 'stopped':
      return t.neverPublic;
    case 'takenDown':
      return t.takenDownAt(row.taken_down_at ? formatDateTime(row.taken_down_at, lang) : '');
    case 'published':
    case 'replaced':
      return row.pressed_at ? t.pressed(when) : t.becamePublic(when);
    case 'held':
      return t.held;
    default:
      if (row.release === 'approval') return t.becomesPublicAtOnce;
      return row.release === 'press'
        ? t.becomesPublicByPress(when, relative)
        : t.becomesPublic(when, relative);
  }
}

/** Who did what, in the order in which it happened. */
export function signatures({ row, names }: PublicationOnPage, lang: Lang): string[] {
  const t = texts(lang).publication;
  const signed = (
    by: 'approvedBy' | 'movedBy' | 'heldBy' | 'pressedBy' | 'takenDownBy' | 'stoppedBy',
    at: Date | null,
    leader?: string | null,
  ): string | null => {
    const name = names[by] ?? '';
    return (
      at && t[by](leader ? texts(lang).substitutes.inPlaceOf(name, leader) : name, formatDateTime(at, lang))
    );
  };
  return [
    t.preparedBy(names.preparedBy, formatDateTime(row.prepared_at, lang)),
    row.correction && t.correctionWas(row.correction[lang === 'nn' ? 'nn' : 'nb']),
    signed('approvedBy', row.approved_at, names.approvedFor),
    row.alone_reason && t.aloneBecause(row.alone_reason),
    row.move_to &&
      row.move_asked_at &&
      t.moveAskedBy(
        names.moveAskedBy ?? '',
        formatDateTime(row.move_asked_at, lang),
        formatDateTime(row.move_to, lang),
      ),
    signed('movedBy', row.moved_at, names.movedFor),
    row.move_alone_reason && t.movedAloneBecause(row.move_alone_reason),
    signed('heldBy', row.held_at),
    signed('pressedBy', row.pressed_at),
    signed('takenDownBy', row.taken_down_at),
    row.takedown_reason && t.reasonWas(row.takedown_reason),
    signed('stoppedBy', row.stopped_at),
    row.stop_reason && t.reasonWas(row.stop_reason),
  ].filter((line): line is string => Boolean(line));
}
