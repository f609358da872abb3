import type { Instrument } from '../provider.ts';

/** How the simulated acquirer takes a card. `lost`: the money moves, the answer does not arrive. */
export type Verdict = { approved: true; lost: boolean } | { approved: false; reason: string };

const cards: Record<string, Verdict> = {
  '4242424242424242': { approved: true, lost: false },
  '4000000000000119': { approved: true, lost: true },
  '4000000000000002': { approved: false, reason: 'card_declined' },
  '4000000000009995': { approved: false, reason: 'insufficient_funds' },
};

/** The check digit of card numbers (ISO/IEC 7812-1, "Luhn"). */
export function hasValidCheckDigit(number: string): boolean {
  const sum = [...number]
    .reverse()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return number.length >= 12 && sum % 10 === 0;
}

export function judge(instrument: Instrument, now: Date): Verdict {
  if (instrument.kind !== 'card') return { approved: false, reason: 'card_missing' };
  const number = instrument.number.replaceAll(' ', '');
  if (!hasValidCheckDigit(number)) return { approved: false, reason: 'invalid_number' };
  // A card is good until the end of the month printed on it, anywhere on earth.
  if (Date.UTC(instrument.expiryYear, instrument.expiryMonth, 2) <= now.getTime())
    return { approved: false, reason: 'expired_card' };
  return cards[number] ?? { approved: false, reason: 'card_declined' };
}
