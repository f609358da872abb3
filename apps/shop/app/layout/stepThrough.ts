/** The next choice of the keyboard: down and up go round, over "none" (-1). */
export function stepThrough(current: number, key: 'ArrowDown' | 'ArrowUp', count: number): number {
  const next = current + (key === 'ArrowDown' ? 1 : -1);
  if (next >= count) return -1;
  return next < -1 ? count - 1 : next;
}
