import type { CartLine, Terms } from './cart.ts';

export interface MergedLine {
  id: string;
  quantity: number;
  terms: Terms;
}

export interface MergedLines {
  /** Every line that stays, of either cart, by its own id (holds know lines by id). */
  kept: MergedLine[];
  /** Lines whose quantity went into another one. */
  absorbed: string[];
}

const mostOfALine = 10_000;

function sameGoods(line: CartLine): string {
  return [line.variantId, line.way.method, line.way.method === 'delivery' ? '' : line.way.locationId].join('|');
}

/** A line with a hold or a price by hand is a promise about exactly this line: its quantity is never touched. */
function stands(line: CartLine): boolean {
  return line.reservationId !== null || line.discountByHand !== null;
}

/** The lower of the quotes that are still valid; the later one where they are equal. undefined: none is valid. */
function lowestValid(lines: readonly CartLine[], now: Date): Terms | undefined {
  return lines
    .map((line) => line.terms)
    .filter((terms) => Date.parse(terms.validUntil) > now.getTime())
    .sort((a, b) => a.unit.amount - b.unit.amount || Date.parse(b.validUntil) - Date.parse(a.validUntil))[0];
}

function newest(lines: readonly CartLine[]): Terms | undefined {
  return lines.map((line) => line.terms).sort((a, b) => Date.parse(b.quotedAt) - Date.parse(a.quotedAt))[0];
}

const later = (a: string, b: string | null): string => (b !== null && Date.parse(b) > Date.parse(a) ? b : a);

/**
 * One cart out of two: the same goods by the same way get the lower of the valid quotes (none valid: the newest, to be
 * accepted anew) and become one line, except lines that are held or discounted by hand, which stay as they are and only
 * take the lower price. A held line's terms still outlast its hold.
 */
export function mergeLines(from: readonly CartLine[], into: readonly CartLine[], now: Date): MergedLines {
  const groups = groupLines([...into, ...from]);
  const kept: MergedLine[] = [];
  const absorbed: string[] = [];
  for (const lines of groups.values()) {
    const best = lowestValid(lines, now) ?? newest(lines);
    if (!best) continue;
    for (const line of lines.filter(stands)) {
      kept.push({
        id: line.id,
        quantity: line.quantity,
        terms: { ...best, validUntil: later(best.validUntil, line.heldUntil) },
      });
    }
    let open: MergedLine | undefined;
    for (const line of lines.filter((candidate) => !stands(candidate))) {
      // Above the most a line may hold, a second line is better than goods that silently go missing.
      if (open && open.quantity + line.quantity <= mostOfALine) {
        open.quantity += line.quantity;
        absorbed.push(line.id);
      } else {
        open = { id: line.id, quantity: line.quantity, terms: best };
        kept.push(open);
      }
    }
  }
  return { kept, absorbed };
}

function groupLines(lines: readonly CartLine[]): Map<string, CartLine[]> {
  const groups = new Map<string, CartLine[]>();
  for (const line of lines) groups.set(sameGoods(line), [...(groups.get(sameGoods(line)) ?? []), line]);
  return groups;
}
