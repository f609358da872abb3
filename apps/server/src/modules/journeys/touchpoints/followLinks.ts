import type { Ctx } from '../../../kernel/context.ts';
import type { DomainEvent } from '../../../kernel/outbox.ts';
import { customersOf, subjectsOfMany } from '../../customers/index.ts';

/** A row of `subject_customer` in ClickHouse: whose a subject is, as of `version` (milliseconds since 1970). */
export interface SubjectCustomerRow {
  subject_id: string;
  customer_id: string;
  version: number;
}

export const linkTypes: readonly string[] = ['customers.subject.linked', 'customers.subject.unlinked'];

/**
 * What the map of ClickHouse has to learn from links made and undone. The present truth is read anew for everyone
 * concerned, those who did not move among them: a subject that was never linked is in no row and stands for itself. The
 * time before reading is the version, so that of two readings the later one counts, in whatever order they arrive.
 * Three statements for any number of events.
 */
export async function followLinks(ctx: Ctx, events: readonly DomainEvent[]): Promise<SubjectCustomerRow[]> {
  const links = events.filter((event) => linkTypes.includes(event.type));
  if (links.length === 0) return [];
  const version = ctx.clock.now().getTime();
  const texts = (value: unknown): string[] =>
    (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
  const customers = new Set(links.flatMap(({ data }) => [...texts(data.customerId), ...texts(data.fromCustomerId)]));
  const subjects = new Set(
    links.flatMap(({ subjectId, data }) => [...texts(subjectId), ...texts(data.movedSubjectIds)]),
  );
  for (const ids of (await subjectsOfMany(ctx, [...customers])).values()) for (const id of ids) subjects.add(id);
  const now = await customersOf(ctx, [...subjects]);
  return [...now].map(([subject_id, customer_id]) => ({ subject_id, customer_id, version }));
}
