import { useEffect, useState } from 'react';

/** As the styles have it. */
const query = '(min-width: 900px)';

/** Whether there is room for a column beside the page's content. The server does not know, and draws for both. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => typeof document === 'undefined' || matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const follow = () => setWide(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return wide;
}
