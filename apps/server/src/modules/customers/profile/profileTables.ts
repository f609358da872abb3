/** The tables of the profile: what a person had to do with us, the figures made of it, tags, notes and traits. */
export type ProfileTables = {
  'customers.profile_facts': {
    customer_id: string;
    is_known: boolean;
    is_verified: boolean;
    currency: string | null;
    orders: number;
    value_minor: number;
    returned_minor: number;
    average_minor: number | null;
    return_rate_bp: number | null;
    first_purchase_at: Date | null;
    last_purchase_at: Date | null;
    favourite_location_id: string | null;
    favourite_channel: string | null;
    favourite_category_id: string | null;
    open_orders: number;
    open_holds: number;
    open_threads: number;
    touchpoints: number;
    first_seen_at: Date | null;
    last_seen_at: Date | null;
    tags: string[];
    agreed_to: string[];
    refreshed_at: Date;
  };
};
