import { handedOver, orderPlaced } from '../touchpoints/describeDomainEvent.ts';
import { nobody } from '../touchpoints/touchpoint.ts';
import { hitsSql, mapSql, personSql, stepJoint, stepsSql } from './steps.ts';

/**
 * So that a report over a million touchpoints takes a few hundred megabytes and one over many millions no more than that:
 * subjects are grouped in the order in which they are stored, in small blocks, and what grows goes to disk.
 */
const sparing =
  'optimize_aggregation_in_order = 1, max_block_size = 2048, max_bytes_before_external_group_by = 100000000';

/**
 * One query from touchpoints to the table of paths. Parameters: from, to (DateTime64), windowDays, limit.
 *
 * Rows come back as: the `limit` most frequent paths, one row 'other' for the rest, one row 'none' for orders without
 * any touchpoint known before them. Their sums are all orders of the window.
 */
export const pathSql = `
with ${mapSql},
  placed as (
    select t.order_id as order_id, if(t.subject_id = toUUID('${nobody}'), t.order_id, ${personSql}) as person,
      t.at as at, t.seq as seq, t.id as id, t.channel as channel, t.amount as amount, t.currency as currency
    from touchpoint t left join map m on m.subject_id = t.subject_id
    where t.origin = 'domain' and t.kind = '${orderPlaced}' and t.at >= {from:DateTime64(3)} and t.at < {to:DateTime64(3)}
    limit 1 by t.order_id),
  handed as (
    select distinct order_id from touchpoint
    where origin = 'domain' and kind = '${handedOver}' and order_id in (select order_id from placed)),
  -- A visit that was going on when the window opens began before it: a day more is read to know.
  met as (
    select subject_id, ${hitsSql}
    from touchpoint
    where step != '' and at >= {from:DateTime64(3)} - toIntervalDay({windowDays:UInt32} + 1) and at < {to:DateTime64(3)}
      and subject_id in (
        select person from placed union all select subject_id from map where customer_id in (select person from placed))
    group by subject_id),
  ${stepsSql},
  owned as (
    select ${personSql} as person, t.steps as steps from steps t left join map m on m.subject_id = t.subject_id),
  -- The orders are the side that is held, the steps flow past.
  walked as (
    select o.order_id as order_id, any(o.at) as ordered_at, any(o.channel) as channel, any(o.amount) as amount,
      any(o.currency) as currency,
      arraySort(groupArrayArray(arrayFilter(
        x -> x.1 >= o.at - toIntervalDay({windowDays:UInt32}) and (x.1, x.2, x.3) < (o.at, o.seq, o.id), s.steps))) as before
    from owned s right join placed o on s.person = o.person
    group by o.order_id),
  paths as (
    select order_id, amount, currency, notEmpty(before) as known,
      if(known, dateDiff('millisecond', before[1].1, ordered_at) / 86400000, 0) as days,
      arrayCompact(arrayConcat(arrayFlatten(arrayMap(x -> splitByString('${stepJoint}', x.4), before)), [toString(channel)],
        if(order_id in (select order_id from handed), ['store'], []))) as path
    from walked),
  counted as (
    select known, path, count() as orders, sumMap(map(currency, amount)) as revenue, groupArray(days) as days
    from paths group by known, path),
  ranked as (
    select *, row_number() over (partition by known order by orders desc, path) as place from counted)
select multiIf(not known, 'none', place <= {limit:UInt32}, 'path', 'other') as kind,
  if(kind = 'path', path, []) as channels,
  toUInt32(sum(orders)) as n, toUInt32(count()) as distinct_paths, sumMap(revenue) as money,
  if(kind = 'none', null, quantileExactInclusiveArray(0.5)(days)) as median_days
from ranked group by kind, channels order by kind = 'path' desc, n desc, channels
settings ${sparing}`;
