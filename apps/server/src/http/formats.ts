/** From 1900 to 2999: beyond lie slips of the finger, and the ends of what calendars can count with. */
const dayPattern = /^((?:19|2\d)\d{2})-(\d{2})-(\d{2})$/;
const timePattern = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

function isDay(text: string): boolean {
  const [, year, month, day] = (dayPattern.exec(text) ?? []).map(Number);
  if (!year || !month || !day) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** An instant in the form of RFC 3339 that JavaScript and PostgreSQL can hold: no leap second, no zone without minutes. */
function isInstant(text: string): boolean {
  const day = timePattern.exec(text)?.[1];
  return day !== undefined && isDay(day) && Number.isFinite(Date.parse(text));
}

/** Formats that ajv-formats takes wider than what stands behind our routes: `urn:uuid:…`, the year 0000, 23:59:60. */
export const formats = {
  uuid: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  date: isDay,
  'date-time': isInstant,
};
