/**
 * When somebody or something last saw the goods themselves: a count, a delivery, a sale, an import, and not a hold. The
 * index leaves out the lines of holds, which are most of the ledger, so that reserve writes no more than before.
 */
export const lastSeenSql = `
create index movement_seen on stock.movement (variant_id, location_id, at)
  where kind not in ('reserve', 'release', 'expire', 'supersede');
`;
