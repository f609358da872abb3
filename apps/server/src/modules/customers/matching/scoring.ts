/** Bits from which two customers are shown to a person: it is as likely as not that they are one. */
export const proposedFrom = 0;

/**
 * Bits from which pairs are joined when precision is measured (packages/science, bench identity): on people made with the
 * truth beside them 995 of 1,000 pairs from here on are right. What joins by itself is set higher (see match_setting).
 */
export const joinedFrom = 4;

/** A contact of more customers than this is a shop's, a hotel's or made up, and nobody's. */
export const mostShared = 8;
