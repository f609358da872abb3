import type { Migration } from '../../kernel/migrate.ts';
import { closeReservationsSql } from './sql/closeReservations.ts';
import { levelsSql } from './sql/levels.ts';
import { reclaimSql } from './sql/reclaim.ts';
import { reserveSql } from './sql/reserve.ts';
import { setOnHandSql } from './sql/setOnHand.ts';

export const stockMigrations: Migration[] = [
  { id: '20261121T2230_stock_levels', sql: levelsSql },
  { id: '20261121T2231_stock_reclaim', sql: reclaimSql },
  { id: '20261121T2232_stock_reserve', sql: reserveSql },
  { id: '20261121T2233_stock_close', sql: closeReservationsSql },
  { id: '20261121T2234_stock_set_on_hand', sql: setOnHandSql },
];
