import { v7 } from 'uuid';

/** Makes a new UUIDv7: sortable by the time it was made, safe to make on any server. */
export type IdMaker = () => string;

export const newId: IdMaker = () => v7();

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}
