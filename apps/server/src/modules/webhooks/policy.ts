/** Pauses before the next try, in seconds: soon for a hiccup, and for a day for a server that is being moved. */
export const pauses = [5, 30, 120, 600, 3_600, 14_400, 43_200, 86_400] as const;

/** So many tries in a row that were not taken, over all deliveries, and an endpoint is switched off. */
export const failuresToDisable = 40;

/** Seconds to the next try after `attempts` of them; undefined: that was the last. */
export const pauseAfter = (attempts: number): number | undefined => pauses[attempts - 1];

/** Whether an endpoint asked for this type: itself, all of a beginning (`orders.*`), or everything (`*`). */
export const wants = (types: readonly string[], type: string): boolean =>
  types.some((one) => one === type || (one.endsWith('*') && type.startsWith(one.slice(0, -1))));
