import type { Ctx } from '../../../kernel/context.ts';
import { type Claim, linkReported, ownersOfCards, type Reported } from '../../customers/index.ts';
import { type OrderOwner, subjectsOfOrders } from '../../orders/index.ts';
import { countHints } from './countHints.ts';
import type { InboxEvent } from './inboxEvent.ts';
import { type Named, namedIn, ourOrderNumber } from './namedIn.ts';

export interface Linkings {
  /** What is only said of somebody: e-mail and phone typed at a till, cards we do not know or must not join by. */
  claims: Claim[];
  /** Orders of ours that events named, by number. */
  ours: ReadonlyMap<string, OrderOwner>;
}

/**
 * Puts what tills and phone systems tell under the people it belongs to: the holder of a loyalty number we gave out, else who
 * placed the order of ours. These are found and not claimed, because only a holder of a secret key says them; an e-mail or a
 * phone somebody typed at a till proves nothing. Each link names its source and event, and staff can undo it.
 */
export async function linkNamed(
  tx: Ctx,
  items: readonly InboxEvent[],
  subjects: readonly (string | undefined)[],
): Promise<Linkings> {
  const named = items.flatMap((item, index) => {
    const subjectId = item.trusted ? subjects[index] : undefined;
    return subjectId ? [{ item, subjectId, named: namedIn(item.event) }] : [];
  });
  const cards = await ownersOfCards(
    tx,
    named.flatMap((one) => one.named.loyalty ?? []),
  );
  const ours = await subjectsOfOrders(
    tx,
    named.flatMap((one) => ourOrderNumber(one.named) ?? []),
  );
  const reports = named.flatMap(({ item, subjectId, named: said }): Reported[] => {
    const from = { source: `tracking:${item.source}`, eventId: item.id };
    const holder = said.loyalty === undefined ? undefined : cards.get(said.loyalty);
    if (holder) return [{ subjectId, anchorId: holder, evidence: { kind: 'reported_card', ...from } }];
    const order = ours.get(ourOrderNumber(said) ?? '');
    if (!order?.subjectId) return [];
    return [
      {
        subjectId,
        anchorId: order.subjectId,
        evidence: { kind: 'reported_order', ...from, orderId: order.orderId },
      },
    ];
  });
  const notLinked = await linkReported(tx, reports);
  const refused = new Set(notLinked.map(({ report }) => report.subjectId));
  const crowded = new Set(
    notLinked.flatMap(({ report, because }) => (because === 'crowded' ? [report.subjectId] : [])),
  );
  await countHints(
    tx,
    'card_of_everybody',
    named.flatMap(({ item, subjectId, named: said }) =>
      said.loyalty !== undefined && crowded.has(subjectId) ? [item.sourceId] : [],
    ),
  );
  const claims = named.flatMap(({ item, subjectId, named: said }) =>
    claimsIn(said, cards, refused.has(subjectId)).map(([kind, value]) => ({
      subjectId,
      kind,
      value,
      source: `tracking:${item.source}`,
    })),
  );
  return { claims, ours };
}

function claimsIn(said: Named, cards: ReadonlyMap<string, string>, isRefused: boolean): [Claim['kind'], string][] {
  const { loyalty } = said;
  const isOnlySaid = loyalty !== undefined && (isRefused || !cards.has(loyalty));
  return [
    ...said.email.map((value): [Claim['kind'], string] => ['email', value]),
    ...said.phone.map((value): [Claim['kind'], string] => ['phone', value]),
    ...(isOnlySaid ? [['loyalty', loyalty] as [Claim['kind'], string]] : []),
  ];
}
