/** A figure about a customer that is worked out and never typed. `sql` gives it for the customer `c`. */
export interface ComputedTrait {
  /** The column of customers.profile_facts. */
  name: string;
  type: 'number' | 'money' | 'share' | 'date' | 'location' | 'channel' | 'category';
  /** Over `bought` (orders paid and not cancelled), `came_back` (returns settled), `dealt` (all) and `met` (meetings by month and channel). */
  sql: string;
}

/**
 * Every computed trait with its definition; the statement that keeps them is put together from these very texts, so what
 * a screen shows as the definition is what was done. Money in the currency most of the customer's orders are in; orders
 * in others are counted in `orders` and left out of sums, because no rate makes one money of two.
 */
export const computedTraits: readonly ComputedTrait[] = [
  { name: 'orders', type: 'number', sql: `select count(*) from bought b where b.customer_id = c.id` },
  {
    name: 'value_minor',
    type: 'money',
    sql: `select coalesce(sum(b.amount), 0) from bought b where b.customer_id = c.id and b.currency = c.currency`,
  },
  {
    name: 'average_minor',
    type: 'money',
    sql: `select round(avg(b.amount)) from bought b where b.customer_id = c.id and b.currency = c.currency`,
  },
  {
    name: 'returned_minor',
    type: 'money',
    sql: `select coalesce(sum(r.amount), 0) from came_back r where r.customer_id = c.id and r.currency = c.currency`,
  },
  {
    name: 'return_rate_bp',
    type: 'share',
    sql: `select round(10000.0 * (select coalesce(sum(r.amount), 0) from came_back r where r.customer_id = c.id and r.currency = c.currency)
      / nullif(sum(b.amount), 0)) from bought b where b.customer_id = c.id and b.currency = c.currency`,
  },
  { name: 'first_purchase_at', type: 'date', sql: `select min(b.paid_at) from bought b where b.customer_id = c.id` },
  { name: 'last_purchase_at', type: 'date', sql: `select max(b.paid_at) from bought b where b.customer_id = c.id` },
  {
    name: 'favourite_location_id',
    type: 'location',
    sql: `select d.location_id from dealt d where d.customer_id = c.id and d.location_id is not null and d.kind in ('order', 'hold')
      group by d.location_id order by count(*) desc, max(d.at) desc, d.location_id limit 1`,
  },
  {
    name: 'favourite_channel',
    type: 'channel',
    sql: `select m.channel from met m where m.customer_id = c.id
      group by m.channel order by sum(m.times) desc, max(m.last_at) desc, m.channel limit 1`,
  },
  {
    name: 'favourite_category_id',
    type: 'category',
    sql: `select g.value->>'categoryId' from bought b cross join lateral jsonb_array_elements(b.goods) g
      where b.customer_id = c.id and g.value->>'categoryId' is not null
      group by 1 order by sum((g.value->>'quantity')::int) desc, max(b.paid_at) desc, 1 limit 1`,
  },
];
