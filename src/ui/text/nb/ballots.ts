export const ballots = {
  title: 'Vurderinger',
};
