/** Whether the text names an IANA time zone this machine knows, such as Europe/Warsaw. */
export function isTimeZone(text: string): boolean {
  // "+02:00" is accepted by Intl too, but it has no clock changes and is no zone of a place.
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
