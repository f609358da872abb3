import { Transform } from 'node:stream';

/** Counts COPY's lines on their way: a line break inside a value is written as two signs. */
export class LineCounter extends Transform {
  lines = 0;
  readonly #onBytes: (bytes: number) => void;

  constructor(onBytes: (bytes: number) => void) {
    super();
    this.#onBytes = onBytes;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) this.lines += 1;
    this.#onBytes(chunk.length);
    done(null, chunk);
  }
}
