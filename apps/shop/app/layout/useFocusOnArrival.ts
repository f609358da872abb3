import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/**
 * Another page begins where its content does: what had the focus is gone with the page before, and who uses the keyboard
 * or hears the page would begin at the top of everything. Where the focus is still somewhere, it stays.
 */
export function useFocusOnArrival(): void {
  const { key, hash } = useLocation();
  const arrived = useRef(key);
  useEffect(() => {
    if (arrived.current === key) return;
    arrived.current = key;
    const { activeElement } = document;
    if (hash === '' && (activeElement === null || activeElement === document.body))
      document.getElementById('content')?.focus({ preventScroll: true });
  }, [key, hash]);
}
