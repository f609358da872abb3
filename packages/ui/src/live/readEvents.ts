export interface ReadEvent {
  id: string | undefined;
  type: string;
  data: string;
}

/**
 * Takes the pieces of a server-sent-event stream as they come and tells each whole event (HTML standard, 9.2.6). Comments
 * say only that the line lives; what is not yet followed by an empty line waits.
 */
export function createEventReader(onEvent: (event: ReadEvent) => void): (piece: string) => void {
  let rest = '';
  let id: string | undefined;
  let type = '';
  let data: string[] = [];
  const take = (line: string) => {
    if (line === '') {
      if (data.length > 0) onEvent({ id, type: type || 'message', data: data.join('\n') });
      type = '';
      data = [];
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data.push(value);
    else if (field === 'event') type = value;
    else if (field === 'id') id = value;
  };
  return (piece) => {
    rest += piece;
    // A return at the very end may be half of a return and newline.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  };
}
