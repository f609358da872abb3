import type { Migration } from '../../kernel/migrate.ts';
import { bringReservationSql } from './sql/bringReservation.ts';
import { closeJudgedSql } from './sql/closeJudged.ts';
import { closeReservationsSql } from './sql/closeReservations.ts';
import { freeByVariantSql } from './sql/freeByVariant.ts';
import { importItemsSql } from './sql/importItems.ts';
import { lastSeenSql } from './sql/lastSeen.ts';
import { levelStatesSql } from './sql/levelStates.ts';
import { levelsSql } from './sql/levels.ts';
import { plannedOnceSql } from './sql/plannedOnce.ts';
import { quickFunctionsSql } from './sql/quickFunctions.ts';
import { reclaimSql } from './sql/reclaim.ts';
import { reclaimJudgedSql } from './sql/reclaimJudged.ts';
import { releaseLinesSql } from './sql/releaseLines.ts';
import { reopenJudgedSql } from './sql/reopenJudged.ts';
import { reopenReservationsSql } from './sql/reopenReservations.ts';
import { reserveSql } from './sql/reserve.ts';
import { reserveFirstSql } from './sql/reserveFirst.ts';
import { reserveGroupSql } from './sql/reserveGroup.ts';
import { setOnHandSql } from './sql/setOnHand.ts';
import { setOnHandJudgedSql } from './sql/setOnHandJudged.ts';
import { splitReservationSql } from './sql/splitReservation.ts';

export const stockMigrations: Migration[] = [
  { id: '20261121T2230_stock_levels', sql: levelsSql },
  { id: '20261121T2231_stock_reclaim', sql: reclaimSql },
  { id: '20261121T2232_stock_reserve', sql: reserveFirstSql },
  { id: '20261121T2233_stock_close', sql: closeReservationsSql },
  { id: '20261121T2234_stock_set_on_hand', sql: setOnHandSql },
  { id: '20261122T0110_stock_free_by_variant', sql: freeByVariantSql },
  { id: '20261122T0121_stock_reopen', sql: reopenReservationsSql },
  { id: '20261122T0125_stock_reserve', sql: reserveSql },
  { id: '20261122T0126_stock_quick_functions', sql: quickFunctionsSql },
  { id: '20261122T1701_stock_level_states', sql: levelStatesSql },
  { id: '20261122T1702_stock_reclaim', sql: reclaimJudgedSql },
  { id: '20261122T1703_stock_close', sql: closeJudgedSql },
  { id: '20261122T1704_stock_set_on_hand', sql: setOnHandJudgedSql },
  { id: '20261122T1705_stock_reopen', sql: reopenJudgedSql },
  { id: '20261122T1706_stock_reserve_group', sql: reserveGroupSql },
  { id: '20261122T1707_stock_imports', sql: importItemsSql },
  { id: '20261122T1741_stock_release_lines', sql: releaseLinesSql },
  { id: '20261122T1811_stock_planned_once', sql: plannedOnceSql },
  { id: '20261122T1822_stock_last_seen', sql: lastSeenSql },
  { id: '20261122T1841_stock_split_reservation', sql: splitReservationSql },
  { id: '20261122T1843_stock_bring_reservation', sql: bringReservationSql },
  {
    // A reason is typed by hand and may name somebody who is to be forgotten: it can be taken out, and nothing else changed.
    id: '20261123T0100_stock_words_of_the_ledger',
    sql: `
      create function stock.refuse_change_but_words() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and new.reason is null and to_jsonb(new) - 'reason' = to_jsonb(old) - 'reason' then
          return new;
        end if;
        raise exception 'the stock ledger is append-only';
      end $$;
      drop trigger movement_is_append_only on stock.movement;
      create trigger movement_is_append_only before update or delete on stock.movement
        for each row execute function stock.refuse_change_but_words();
    `,
  },
];
