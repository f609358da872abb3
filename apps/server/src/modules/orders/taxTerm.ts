/**
 * Until when the papers of a sale are kept: five years from the end of the year in which its tax was due (Ordynacja
 * podatkowa, art. 86). Tax on a sale is due in the month after it, so a sale of December counts for the next year.
 */
export function taxTermEnd(placedAt: Date): Date {
  const due = new Date(Date.UTC(placedAt.getUTCFullYear(), placedAt.getUTCMonth() + 1, 1));
  return new Date(Date.UTC(due.getUTCFullYear() + 6, 0, 1));
}
