/** The way from an empty year to the announcement. */
export const setupGuide = {
  title: 'Oppsett i fem steg',
  at: (at: number, all: number, step: string, done: boolean) =>
    `Du er på steg ${at} av ${all}: ${step}.${done ? ' Det er ferdig.' : ''}`,
  next: 'Neste som ikkje er ferdig:',
  done: 'Ferdig',
  steps: {
    dates: 'År og datoar',
    texts: 'Tekstar på bokmål og nynorsk',
    criteria: 'Kriterium, skjema og poeng',
    jury: 'Plassane i fagjuryen',
    announce: 'Sjå over og kunngjer',
  },
};
