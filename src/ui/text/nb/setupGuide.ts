/** The way from an empty year to the announcement. */
export const setupGuide = {
  title: 'Oppsett i fem steg',
  at: (at: number, all: number, step: string, done: boolean) =>
    `Du er på steg ${at} av ${all}: ${step}.${done ? ' Det er ferdig.' : ''}`,
  next: 'Neste som ikke er ferdig:',
  done: 'Ferdig',
  steps: {
    dates: 'År og datoer',
    texts: 'Tekster på bokmål og nynorsk',
    criteria: 'Kriterier, skjema og poeng',
    jury: 'Plassene i fagjuryen',
    announce: 'Se over og kunngjør',
  },
};
