/** Counts what is whole on a ballot while it is written, and says which criteria are. */
export function markComplete(ballot: HTMLElement): void {
  const bar = ballot.querySelector<HTMLProgressElement>('[data-complete] progress');
  const said = ballot.querySelector<HTMLElement>('[data-complete] [data-shown]');
  const words = ballot.querySelector<HTMLElement>('[data-complete]')?.dataset['complete'] ?? '';
  const criteria = [...ballot.querySelectorAll<HTMLElement>('[data-needs]')];
  if (!bar || !said || criteria.length === 0) return;
  const count = (): void => {
    const whole = criteria.filter(isWhole).length;
    bar.value = whole;
    said.textContent = words.replace('{n}', String(whole));
  };
  ballot.addEventListener('input', count);
  ballot.addEventListener('change', count);
  ballot.addEventListener('ep:shown', count);
  count();
}

/** As the server counts (`features/ballots/gaps.ts`). */
const isWhole = (criterion: HTMLElement): boolean =>
  (criterion.dataset['needs'] ?? '').split(' ').every((what) => {
    if (what === 'text') return criterion.querySelector('textarea')?.value.trim() !== '';
    return criterion.querySelector(`input[name^="${what}-"]:checked`) !== null;
  });
