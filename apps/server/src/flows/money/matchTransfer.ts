/** What a line of a bank statement is to us. */
export type TransferVerdict = 'matched' | 'less' | 'more' | 'unknown' | 'not_awaited' | 'late';

/** The numbers of orders that a title may mean: people write `V-100234`, `v 100234`, `order V100234 sofa`. */
export function orderNumbersIn(title: string): string[] {
  return [...new Set([...title.matchAll(/\bV\s*-?\s*(\d{6,12})\b/gi)].map(([, digits]) => `V-${digits}`))];
}

/** What is awaited for the order that was named, in minor units of one currency. */
export interface Awaited {
  state: 'pending' | 'failed' | 'other';
  amount: number;
  currency: string;
  /** Came before with too little, and counts. */
  already: number;
}

/** What money with a title is: exactly what is awaited, or something for a person. Pure, so that the bank's cases can be listed. */
export function judgeTransfer(
  line: { amount: number; currency: string },
  awaited: Awaited | undefined,
): TransferVerdict {
  if (!awaited) return 'unknown';
  if (awaited.state === 'other' || awaited.currency !== line.currency) return 'not_awaited';
  const sum = line.amount + awaited.already;
  if (sum < awaited.amount) return 'less';
  if (sum > awaited.amount) return 'more';
  return awaited.state === 'failed' ? 'late' : 'matched';
}
