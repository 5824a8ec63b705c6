import { formatList } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { RetentionRule } from './schema.ts';

/** How long something is kept, in words: "24 måneder etter at prisåret er over". */
export function keepText({ keep, since }: Pick<RetentionRule, 'keep' | 'since'>, lang: Lang): string {
  const { units, since: from, keeps, atOnce } = texts(lang).retention;
  const parts = (['years', 'months', 'days'] as const).flatMap((unit) =>
    keep[unit] ? [units[unit](keep[unit])] : [],
  );
  return keeps(parts.length > 0 ? formatList(parts, lang) : atOnce, from[since]);
}
