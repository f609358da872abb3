const key = 'floor.device';

/** Whether this browser was made a store's device: then the lock screen comes before the sign-in. The server decides what it may. */
export const isStoreDevice = (): boolean => localStorage.getItem(key) !== null;

export function noteStoreDevice(isOne: boolean): void {
  if (isOne) localStorage.setItem(key, '1');
  else localStorage.removeItem(key);
}
