/** How long what trackers sent is kept, in days; an operator's to choose (docs/reference/settings.md). */
export interface KeepDays {
  /** Raw events after they were processed. Health and hints look back a week, so seven at least. */
  inbox: number;
  /** Events that could not be used. */
  deadLetters: number;
  /** Tracked touchpoints in ClickHouse; undefined: for good. What the shop itself did stays: orders must add up. */
  touchpoints: number | undefined;
}

export const usualKeepDays: KeepDays = { inbox: 7, deadLetters: 30, touchpoints: undefined };
