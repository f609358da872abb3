/** Where this browser keeps the address its owner gave: what one said once is not asked again. */
export const emailKey = 'tl_chat_email';

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text);
