import { readdirSync } from 'node:fs';
import { sql } from 'kysely';
import type { Ctx } from '../src/kernel/context.ts';
import type { EventDeclaration } from '../src/kernel/events.ts';

const modules = new URL('../src/modules/', import.meta.url);
let catalogue: Promise<Map<string, EventDeclaration>> | undefined;

async function read(): Promise<Map<string, EventDeclaration>> {
  const found = new Map<string, EventDeclaration>();
  for (const module of readdirSync(modules)) {
    if (!readdirSync(new URL(module, modules)).includes('events.ts')) continue;
    const declared: Record<string, Record<string, EventDeclaration>> = await import(
      new URL(`${module}/events.ts`, modules).href
    );
    for (const events of Object.values(declared))
      for (const [type, declaration] of Object.entries(events)) found.set(type, declaration);
  }
  return found;
}

/**
 * What the events of a test's database say that no module declares: types that functions in SQL made up, fields nobody
 * documented. Asked of every test server when it stops, so that docs/reference/events.md cannot fall behind.
 */
export async function undeclaredEvents(db: Ctx['db']): Promise<string[]> {
  catalogue ??= read();
  const known = await catalogue;
  const { rows } = await sql<{ type: string; fields: string[] }>`
    select o.type, coalesce(array_agg(distinct f.name) filter (where f.name is not null), '{}') as fields
    from kernel.outbox o left join lateral jsonb_object_keys(o.data) as f(name) on true
    where o.type not like 'test.%' group by o.type`.execute(db);
  return rows.flatMap(({ type, fields }) => {
    const declaration = known.get(type);
    if (!declaration) return [`${type} is in no module's events.ts`];
    const unknown = fields.filter((field) => !(field in declaration.data));
    return unknown.length > 0 ? [`${type} has fields its declaration does not: ${unknown.join(', ')}`] : [];
  });
}
