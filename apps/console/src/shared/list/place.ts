/** Where somebody was in a list, by address: Back leads to the same row, not to the top. */
export interface Place {
  top: number;
  row: number;
}

/** What is peeked at does not move the list. */
const keyNow = () => {
  const url = new URL(location.href);
  url.searchParams.delete('peek');
  return `place:${url.pathname}${url.search}`;
};

export function readPlace(): Place {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyNow()) ?? '{}') as Partial<Place>;
    return { top: Number(kept.top) || 0, row: Number(kept.row) || 0 };
  } catch {
    return { top: 0, row: 0 };
  }
}

export function keepPlace(place: Place): void {
  sessionStorage.setItem(keyNow(), JSON.stringify(place));
}
