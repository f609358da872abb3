/** One field for e-mail or phone: what somebody typed is one of them, or neither. */
export function readContact(text: string): { email: string } | { phone: string } | undefined {
  const typed = text.trim();
  if (/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(typed)) return { email: typed };
  return /^\+?[\d\s()-]{7,20}$/.test(typed) && typed.replace(/\D/g, '').length >= 7 ? { phone: typed } : undefined;
}
