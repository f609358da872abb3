import type { Migration } from '../../kernel/migrate.ts';
import { closeReservationsSql } from './sql/closeReservations.ts';
import { freeByVariantSql } from './sql/freeByVariant.ts';
import { levelsSql } from './sql/levels.ts';
import { quickFunctionsSql } from './sql/quickFunctions.ts';
import { reclaimSql } from './sql/reclaim.ts';
import { releaseLinesSql } from './sql/releaseLines.ts';
import { reopenReservationsSql } from './sql/reopenReservations.ts';
import { reserveSql } from './sql/reserve.ts';
import { reserveFirstSql } from './sql/reserveFirst.ts';
import { setOnHandSql } from './sql/setOnHand.ts';

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
  { id: '20261122T1741_stock_release_lines', sql: releaseLinesSql },
];
