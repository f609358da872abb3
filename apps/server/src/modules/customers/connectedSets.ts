/** Two subjects that some evidence calls one person. */
export type Edge = readonly [string, string];

/** The connected components of subjects under edges: each set is one customer. Edges to unknown subjects are left out. */
export function connectedSets(subjects: readonly string[], edges: readonly Edge[]): Set<string>[] {
  const setOf = new Map(subjects.map((subject) => [subject, new Set([subject])]));
  for (const [a, b] of edges) {
    const [left, right] = [setOf.get(a), setOf.get(b)];
    if (!left || !right || left === right) continue;
    for (const subject of right) {
      left.add(subject);
      setOf.set(subject, left);
    }
  }
  return [...new Set(setOf.values())];
}
