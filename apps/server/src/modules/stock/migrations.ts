import type { Migration } from '../../kernel/migrate.ts';
import { closeJudgedSql } from './sql/closeJudged.ts';
import { closeReservationsSql } from './sql/closeReservations.ts';
import { freeByVariantSql } from './sql/freeByVariant.ts';
import { importItemsSql } from './sql/importItems.ts';
import { levelStatesSql } from './sql/levelStates.ts';
import { levelsSql } from './sql/levels.ts';
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
];
