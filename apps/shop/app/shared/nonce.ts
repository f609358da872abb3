import { createContext, useContext } from 'react';

/** The page's word to the browser's content policy that a script is its own. Known on the server only; browsers hide it. */
export const NonceContext = createContext<string | undefined>(undefined);

export const useNonce = (): string | undefined => useContext(NonceContext);
