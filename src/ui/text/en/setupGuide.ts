/** The way from an empty year to the announcement. */
export const setupGuide = {
  title: 'Setting up in five steps',
  at: (at: number, all: number, step: string, done: boolean) =>
    `You are at step ${at} of ${all}: ${step}.${done ? ' It is done.' : ''}`,
  next: 'Next to be done:',
  done: 'Done',
  steps: {
    dates: 'Year and dates',
    texts: 'Texts in both forms of Norwegian',
    criteria: 'Criteria, form and points',
    jury: 'The seats of the jury',
    announce: 'Check and announce',
  },
};
