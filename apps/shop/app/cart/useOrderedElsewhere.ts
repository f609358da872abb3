import { useEffect } from 'react';
import { useNavigate, useRevalidator } from 'react-router';

const everyMs = 1_500;
/** A bank that has not answered by now has refused or is being asked; the order's own page tells of the latter. */
const longestMs = 20_000;

/** While another tab pays for this cart: reads it anew until it is empty; where it stays, it may be ordered again. */
export function useOrderedElsewhere(isWaiting: boolean, cartHref: string): void {
  const { revalidate } = useRevalidator();
  const navigate = useNavigate();
  useEffect(() => {
    if (!isWaiting) return;
    const again = setInterval(() => void revalidate(), everyMs);
    const end = setTimeout(() => void navigate(cartHref, { replace: true }), longestMs);
    return () => {
      clearInterval(again);
      clearTimeout(end);
    };
  }, [isWaiting, cartHref, revalidate, navigate]);
}
