export const letters = {
  title: 'E-poster',
};
