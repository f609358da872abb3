import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import { faultsOfNamed, throwFaults } from './checkProduct.ts';
import { takeDictionary } from './lockDictionary.ts';
import { reindexAfter } from './search/reindexAfter.ts';
import type { AttributeDefinition } from './types.ts';

/** Creates or replaces attribute definitions by code. Products that have one of them are found by the new names. */
export async function saveAttributes(ctx: Ctx, inputs: readonly AttributeDefinition[]): Promise<{ saved: number }> {
  for (const input of inputs)
    throwFaults(`Attribute ${input.code.slice(0, 100)}`, faultsOfNamed(input, { label: input.label }));
  return once(ctx, 'catalogue.save_attributes', async (tx) => {
    await takeDictionary(tx);
    const { rows: before } = await sql<{
      code: string;
      position: number;
    }>`select code, position from catalogue.attribute`.execute(tx.db);
    const positions = new Map(before.map((row) => [row.code, row.position]));
    const rows = inputs.map((input, index) => ({
      code: input.code,
      label: input.label,
      kind: input.kind,
      unit: input.unit ?? null,
      value_labels: input.values ?? {},
      position: input.position ?? positions.get(input.code) ?? index,
      filterable: input.filterable ?? true,
    }));
    // Only definitions that say something new, so that repeating an import does not index everything again.
    const { rows: changed } = await sql<{ code: string }>`
      insert into catalogue.attribute (code, label, kind, unit, value_labels, position, filterable, updated_at)
      select a.code, a.label, a.kind, a.unit, a.value_labels, a.position, a.filterable, ${tx.clock.now()}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a(code text, label jsonb, kind text, unit text, value_labels jsonb,
        position int, filterable boolean)
      on conflict (code) do update set label = excluded.label, kind = excluded.kind, unit = excluded.unit,
        value_labels = excluded.value_labels, position = excluded.position, filterable = excluded.filterable, updated_at = excluded.updated_at
        where (attribute.label, attribute.kind, attribute.unit, attribute.value_labels, attribute.position, attribute.filterable)
          is distinct from (excluded.label, excluded.kind, excluded.unit, excluded.value_labels, excluded.position, excluded.filterable)
      returning code`.execute(tx.db);
    const codes = changed.map((row) => row.code);
    if (codes.length === 0) return { saved: 0 };
    await reindexAfter(
      tx,
      sql`select p.id from catalogue.product p where p.attributes ?| ${codes}::text[]
      union select v.product_id from catalogue.variant v where v.attributes ?| ${codes}::text[]`,
    );
    await emit(tx, {
      type: 'catalogue.attributes.saved',
      aggregate: 'attribute_change',
      aggregateId: tx.newId(),
      aggregateVersion: 1,
      data: { codes },
    });
    await audit(tx, {
      act: 'catalogue.save_attributes',
      target: 'catalogue',
      targetId: tx.requestId,
      after: { codes },
    });
    return { saved: codes.length };
  });
}
