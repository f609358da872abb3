import type { ChildProcess } from 'node:child_process';

interface RunResult {
  /** null when the program could not be started or was ended by a signal. */
  code: number | null;
  /** stdout and stderr together, where they are piped. */
  output: string;
}

/** Runs a program to its end; one that lasts longer than `timeoutMs` is killed. Never rejects: `code` tells. */
export function runToEnd(start: () => ChildProcess, timeoutMs: number): Promise<RunResult> {
  return new Promise((resolve) => {
    let output = '';
    let child: ChildProcess;
    try {
      child = start();
    } catch (error) {
      resolve({ code: null, output: String(error) });
      return;
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', (error) => {
      clearTimeout(timer);
      resolve({ code: null, output: output + String(error) });
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    });
  });
}
