import net from 'node:net';

/**
 * The port to listen on, found out before the long steps of a start: `port`, or a free one for 0.
 *
 * @throws Error with a sentence for people when another program has it, or may not be had
 */
export function checkPort(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const trial = net.createServer();
    trial.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, port)));
    trial.listen(port, host, () => {
      const { port: found } = trial.address() as net.AddressInfo;
      trial.close(() => resolve(found));
    });
  });
}

function explained(error: NodeJS.ErrnoException, port: number): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
    EACCES: `This user may not listen on port ${port}. Choose a higher one: PORT=3000 npm start`,
  };
  return new Error(reasons[error.code ?? ''] ?? `Cannot listen on port ${port}: ${error.message}`, {
    cause: error,
  });
}
