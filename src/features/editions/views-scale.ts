/** The words of each level of the scale, to write in: in the set-up, and as a change of what was frozen. */
import { fieldset, textField } from '../../ui/components/index.ts';
import type { Html } from '../../ui/html.ts';
import { texts, type Lang } from '../../ui/text/index.ts';

export function scaleFieldsets(
  levels: readonly string[],
  values: Readonly<Record<string, string>>,
  lang: Lang,
  errors: Readonly<Record<string, string | undefined>> = {},
): Html[] {
  const { setup: t } = texts(lang).secretariat;
  return levels.map((name) =>
    fieldset({
      legend: name === 'none' ? t.levelNone : t.level(name),
      body: (['nb', 'nn', 'en'] as const).map((each) =>
        textField({
          name: `${name}-${each}`,
          label: t.languages[each],
          value: values[`${name}-${each}`] ?? '',
          error: errors[`${name}-${each}`],
          ...(each === 'en' ? { optional: texts(lang).common.optional } : {}),
        }),
      ),
    }),
  );
}
