/** Version of the words beside the box for news (`news` in words.ts); other words are another version, kept as proof. */
export const newsWording = 'checkout-1';
