export const decisions = {
  title: 'Beslutning',
};
