/** What a field of an event's data is; with `?` where it may be null or left out. */
type Kind = 'id' | 'ids' | 'text' | 'number' | 'minor' | 'instant' | 'flag' | 'object' | 'list';
export type FieldKind = Kind | `${Kind}?`;

/** An event as it is documented: one sentence on when it happens, and every field of its data. */
export interface EventDeclaration {
  when: string;
  data: Readonly<Record<string, FieldKind>>;
}

/** What a module says, by type. Each module has them in its events.ts, and adds them to EventsOfModules there. */
export type EventDeclarations = Readonly<Record<string, EventDeclaration>>;

/**
 * Filled by the modules' events.ts. The kernel knows no module, so it cannot list their events; but with this nothing is
 * emitted that is not declared, and docs/reference/events.md, which is written from the declarations, misses none.
 */
// biome-ignore lint/suspicious/noEmptyInterface: modules add to it.
export interface EventsOfModules {}

/** Every declared type; those that begin with `test.` are for tests of the spine itself. */
export type EventType =
  | { [M in keyof EventsOfModules]: keyof EventsOfModules[M] & string }[keyof EventsOfModules]
  | `test.${string}`;
