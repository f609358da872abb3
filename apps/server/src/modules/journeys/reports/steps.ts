import { nobody, visitGapMinutes } from '../touchpoints/touchpoint.ts';

/** Between the two steps of a visit that something else brought about: "ads › web". */
export const stepJoint = ' › ';

/** Whose a subject is now: the newest row of the map, or the subject itself where it was never linked. */
export const personSql = `if(m.customer_id = toUUID('${nobody}'), t.subject_id, m.customer_id)`;

/** Common table: the map, one row a subject whatever has been merged on disk. */
export const mapSql = `
  map as (select subject_id, argMax(customer_id, version) as customer_id from subject_customer group by subject_id)`;

/**
 * One subject's touchpoints that have a step, as an array of (at, seq, id, is it a visit, channel, campaign) in order: a
 * column of `met`, which is touchpoint grouped by subject_id. The channel of a visit that an ad, a mail or a post brought
 * about is that and then the shop's own.
 */
export const hitsSql = `
  arraySort(groupArray((at, seq, id, step = 'visit',
    multiIf(step != 'visit', toString(step), touch = channel, toString(touch), concat(touch, '${stepJoint}', channel)),
    campaign))) as hits`;

/**
 * Common tables that turn `met` (subject_id, hits) into `steps` (subject_id, steps), an array of (at, seq, id, channel) in
 * no order. A visit is a step where it begins: the first event of a subject, one after half an hour of silence, or one
 * with another campaign than the visit's so far. All orders of rows are total (at, seq, id), so equal times cannot
 * change a result (ClickHouse#52844). Computed when asked, so events that arrive late count where they belong.
 *
 * Arrays and not window functions: the table is stored by subject, so its rows are grouped as they are read, and no stage
 * holds or sorts all of them.
 */
export const stepsSql = `
  visited as (
    select subject_id, hits,
      arrayFilter(x -> x.4, hits) as visits,
      arrayMap(x -> x.1, visits) as times,
      arrayPopBack(arrayPushFront(times, toDateTime64(0, 3, 'UTC'))) as times_before,
      arrayMap((at, before, n) -> n = 1 or at > before + interval ${visitGapMinutes} minute,
        times, times_before, arrayEnumerate(times)) as gaps,
      arrayMap(x -> x.6, visits) as campaigns,
      -- Since the silence: a campaign stays until another comes.
      arrayFill((campaign, gap) -> campaign != '' or gap, campaigns, gaps) as campaigns_so_far,
      arrayPopBack(arrayPushFront(campaigns_so_far, '')) as campaigns_before,
      arrayMap((campaign, before, gap) -> gap or (campaign != '' and campaign != before),
        campaigns, campaigns_before, gaps) as begins
    from met),
  steps as (
    select subject_id,
      arrayMap(x -> (x.1, x.2, x.3, x.5), arrayConcat(
        arrayFilter((x, begin) -> begin, visits, begins), arrayFilter(x -> not x.4, hits))) as steps
    from visited)`;
