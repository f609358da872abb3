/** One of `parts` shares of the work, for as many threads. Every pair belongs to one share only. */
export interface Part {
  part: number;
  parts: number;
}
