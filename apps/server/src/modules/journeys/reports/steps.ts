import { nobody, visitGapMinutes } from '../touchpoints/touchpoint.ts';

/** Between the two steps of a visit that something else brought about: "ads › web". */
export const stepJoint = ' › ';

/** Whose a subject is now: the newest row of the map, or the subject itself where it was never linked. */
export const personSql = `if(m.customer_id = toUUID('${nobody}'), t.subject_id, m.customer_id)`;

/** Common table: the map, one row a subject whatever has been merged on disk. */
export const mapSql = `
  map as (select subject_id, argMax(customer_id, version) as customer_id from subject_customer group by subject_id)`;

/**
 * Common tables that turn `hits` (person, subject_id, at, seq, id, step, touch, campaign; place; rows with a step only) into
 * `steps` (person, at, seq, id, channel). A visit is a step where it begins: the first event of a subject, one after
 * half an hour of silence, or one with another campaign than the visit's so far. A visit that an ad, a mail or a post
 * brought about is that step and then the shop's own. All orders of rows are total (at, seq,
 * id), so equal times cannot change a result (ClickHouse#52844). Computed when asked, so events that arrive late count
 * where they belong.
 */
export const stepsSql = `
  spaced as (
    select *, row_number() over w = 1 or at > lagInFrame(at) over w + interval ${visitGapMinutes} minute as after_gap
    from hits where step = 'visit'
    window w as (partition by subject_id order by at, seq, id rows between unbounded preceding and current row)),
  numbered as (
    select *, sum(after_gap) over (
      partition by subject_id order by at, seq, id rows between unbounded preceding and current row) as stretch
    from spaced),
  campaigns as (
    select *, anyLastIf(campaign, campaign != '') over (
      partition by subject_id, stretch order by at, seq, id rows between unbounded preceding and 1 preceding) as campaign_before
    from numbered),
  steps as (
    select person, at, seq, id, if(touch = place, touch, concat(touch, '${stepJoint}', place)) as channel from campaigns
    where after_gap or (campaign != '' and campaign != campaign_before)
    union all
    select person, at, seq, id, step as channel from hits where step != 'visit')`;
