export type Spans = [string, string][];

/** `10:00-14:00, 15:00-20:00` as spans; [] for an empty text (closed); undefined for what is no hours. */
export function readHours(text: string): Spans | undefined {
  if (text.trim() === '') return [];
  const spans: Spans = [];
  for (const part of text.split(',')) {
    const match = /^\s*([01]?\d|2[0-3])(?::([0-5]\d))?\s*[-–]\s*([01]?\d|2[0-4])(?::([0-5]\d))?\s*$/.exec(part);
    if (!match) return undefined;
    const [, fromHour = '', fromMinute = '00', toHour = '', toMinute = '00'] = match;
    const from = `${fromHour.padStart(2, '0')}:${fromMinute}`;
    const to = `${toHour.padStart(2, '0')}:${toMinute}`;
    if (to <= from || to > '24:00') return undefined;
    spans.push([from, to]);
  }
  return spans;
}

export const writeHours = (spans: readonly (readonly string[])[]): string =>
  spans.map(([from, to]) => `${from}-${to}`).join(', ');
