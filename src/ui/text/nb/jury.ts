export const jury = {
  title: 'Fagjuryen',
};
