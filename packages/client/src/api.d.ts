// Written by scripts/client.mjs from the API document, never by hand.
export interface paths {
    "/api/dev/mailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest mails of the mailbox of development */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                attachments: {
                                    base64: string;
                                    cid: string | null;
                                    filename: string | null;
                                    type: string;
                                }[];
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                caughtAt: string;
                                copies: number;
                                from: string;
                                headers: {
                                    [key: string]: string;
                                };
                                html: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                messageId: string;
                                subject: string;
                                text: string | null;
                                to: string[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/s/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Track events (Segment-compatible) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description track, page, identify, batch … or their first letters */
                    type: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        /** CORS preflight of ingest */
        options: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    type: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/s/s2s/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Track events (Segment-compatible) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description track, page, identify, batch … or their first letters */
                    type: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        /** CORS preflight of ingest */
        options: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    type: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/cart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My cart as of now: prices, stock, dates, and what changed since; an empty one where there is none */
        get: {
            parameters: {
                query?: {
                    /** @description Makes delivery part of the totals */
                    postcode?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            asOf: string;
                            changes: {
                                available: number | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                lineId: string;
                                mustAccept: boolean;
                                newUnit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                oldUnit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                wanted: number | null;
                                /** @description rose, fell, ran_out, not_sold, hold_ended */
                                what: string;
                            }[];
                            code: {
                                code: string;
                                detail: string | null;
                                isValid: boolean;
                            } | null;
                            currency: string;
                            deliveryOffer: {
                                freeFrom: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                rate: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                            } | null;
                            deliveryProblem: string | null;
                            id: string | null;
                            /** @description There are goods, all of them sold and available, and nothing to accept */
                            isOrderable: boolean;
                            lines: {
                                delivery: {
                                    /** Format: date */
                                    earliest: string;
                                    /** Format: date */
                                    latest: string;
                                } | null;
                                hold: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    reservationId: string;
                                    stage: string | null;
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    until: string;
                                } | null;
                                holdEnded: {
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    at: string;
                                    reason: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                price: {
                                    byHand: {
                                        basisPoints: number;
                                        newUnit: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                    } | null;
                                    current: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    discount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description The quote ran out and the price rose: accept it before ordering */
                                    mustAccept: boolean;
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description What one piece costs you: the lower of both until validUntil */
                                    payable: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    quoted: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    reduction: {
                                        lowest30Days: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        percentOff: number;
                                        promotion: string | null;
                                    } | null;
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxRateBp: number;
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    validUntil: string;
                                } | null;
                                quantity: number;
                                readyAt: string | null;
                                stock: {
                                    /** @description To be had this way now, what is held for this line included */
                                    available: number;
                                    isEnough: boolean;
                                    /** @description in_stock, few_left, on_display, arriving, out_of_stock, discontinued */
                                    word: string;
                                };
                                variant: {
                                    archived: boolean;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    optionsText: string;
                                    pictureUrl: string | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    productId: string;
                                    sku: string;
                                    slug: string;
                                    title: string;
                                };
                                way: {
                                    city: string | null;
                                    locationId: string | null;
                                    locationName: string | null;
                                    /** @description delivery, pickup, in_store */
                                    method: string;
                                };
                            }[];
                            market: string;
                            mustAccept: boolean;
                            /** @description open, ordered, merged */
                            state: string;
                            totals: {
                                delivery: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                discount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                /** @description Without delivery, after discounts */
                                goods: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                gross: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                net: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                tax: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                taxes: {
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxRateBp: number;
                                }[];
                            };
                            version: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/cart/accept-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept what the goods cost now, where their quotes ran out */
        post: {
            parameters: {
                query?: {
                    /** @description Makes delivery part of the totals */
                    postcode?: string;
                };
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Of the cart as it was shown */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            asOf: string;
                            changes: {
                                available: number | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                lineId: string;
                                mustAccept: boolean;
                                newUnit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                oldUnit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                wanted: number | null;
                                /** @description rose, fell, ran_out, not_sold, hold_ended */
                                what: string;
                            }[];
                            code: {
                                code: string;
                                detail: string | null;
                                isValid: boolean;
                            } | null;
                            currency: string;
                            deliveryOffer: {
                                freeFrom: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                rate: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                            } | null;
                            deliveryProblem: string | null;
                            id: string | null;
                            /** @description There are goods, all of them sold and available, and nothing to accept */
                            isOrderable: boolean;
                            lines: {
                                delivery: {
                                    /** Format: date */
                                    earliest: string;
                                    /** Format: date */
                                    latest: string;
                                } | null;
                                hold: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    reservationId: string;
                                    stage: string | null;
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    until: string;
                                } | null;
                                holdEnded: {
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    at: string;
                                    reason: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                price: {
                                    byHand: {
                                        basisPoints: number;
                                        newUnit: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                    } | null;
                                    current: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    discount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description The quote ran out and the price rose: accept it before ordering */
                                    mustAccept: boolean;
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description What one piece costs you: the lower of both until validUntil */
                                    payable: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    quoted: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    reduction: {
                                        lowest30Days: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        percentOff: number;
                                        promotion: string | null;
                                    } | null;
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxRateBp: number;
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    validUntil: string;
                                } | null;
                                quantity: number;
                                readyAt: string | null;
                                stock: {
                                    /** @description To be had this way now, what is held for this line included */
                                    available: number;
                                    isEnough: boolean;
                                    /** @description in_stock, few_left, on_display, arriving, out_of_stock, discontinued */
                                    word: string;
                                };
                                variant: {
                                    archived: boolean;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    optionsText: string;
                                    pictureUrl: string | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    productId: string;
                                    sku: string;
                                    slug: string;
                                    title: string;
                                };
                                way: {
                                    city: string | null;
                                    locationId: string | null;
                                    locationName: string | null;
                                    /** @description delivery, pickup, in_store */
                                    method: string;
                                };
                            }[];
                            market: string;
                            mustAccept: boolean;
                            /** @description open, ordered, merged */
                            state: string;
                            totals: {
                                delivery: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                discount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                /** @description Without delivery, after discounts */
                                goods: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                gross: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                net: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                tax: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                taxes: {
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxRateBp: number;
                                }[];
                            };
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/cart/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Use a promotion code, or take it off */
        put: {
            parameters: {
                query?: {
                    /** @description Makes delivery part of the totals */
                    postcode?: string;
                };
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string | null;
                        /** @description Of the cart as it was shown */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            asOf: string;
                            changes: {
                                available: number | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                lineId: string;
                                mustAccept: boolean;
                                newUnit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                oldUnit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                wanted: number | null;
                                /** @description rose, fell, ran_out, not_sold, hold_ended */
                                what: string;
                            }[];
                            code: {
                                code: string;
                                detail: string | null;
                                isValid: boolean;
                            } | null;
                            currency: string;
                            deliveryOffer: {
                                freeFrom: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                rate: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                            } | null;
                            deliveryProblem: string | null;
                            id: string | null;
                            /** @description There are goods, all of them sold and available, and nothing to accept */
                            isOrderable: boolean;
                            lines: {
                                delivery: {
                                    /** Format: date */
                                    earliest: string;
                                    /** Format: date */
                                    latest: string;
                                } | null;
                                hold: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    reservationId: string;
                                    stage: string | null;
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    until: string;
                                } | null;
                                holdEnded: {
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    at: string;
                                    reason: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                price: {
                                    byHand: {
                                        basisPoints: number;
                                        newUnit: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                    } | null;
                                    current: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    discount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description The quote ran out and the price rose: accept it before ordering */
                                    mustAccept: boolean;
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description What one piece costs you: the lower of both until validUntil */
                                    payable: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    quoted: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    reduction: {
                                        lowest30Days: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        percentOff: number;
                                        promotion: string | null;
                                    } | null;
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxRateBp: number;
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    validUntil: string;
                                } | null;
                                quantity: number;
                                readyAt: string | null;
                                stock: {
                                    /** @description To be had this way now, what is held for this line included */
                                    available: number;
                                    isEnough: boolean;
                                    /** @description in_stock, few_left, on_display, arriving, out_of_stock, discontinued */
                                    word: string;
                                };
                                variant: {
                                    archived: boolean;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    optionsText: string;
                                    pictureUrl: string | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    productId: string;
                                    sku: string;
                                    slug: string;
                                    title: string;
                                };
                                way: {
                                    city: string | null;
                                    locationId: string | null;
                                    locationName: string | null;
                                    /** @description delivery, pickup, in_store */
                                    method: string;
                                };
                            }[];
                            market: string;
                            mustAccept: boolean;
                            /** @description open, ordered, merged */
                            state: string;
                            totals: {
                                delivery: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                discount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                /** @description Without delivery, after discounts */
                                goods: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                gross: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                net: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                tax: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                taxes: {
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxRateBp: number;
                                }[];
                            };
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/cart/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put goods into my cart, at today’s price for 24 hours; the first goods make the cart */
        post: {
            parameters: {
                query?: {
                    /** @description Makes delivery part of the totals */
                    postcode?: string;
                };
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        quantity: number;
                        /**
                         * Format: uuid
                         * @description UUIDv7
                         */
                        variantId: string;
                        /** @description Of the cart as it was shown */
                        version?: number;
                        way: {
                            /** @enum {string} */
                            method: "delivery";
                        } | {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            locationId: string;
                            /** @enum {string} */
                            method: "pickup";
                        } | {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            locationId: string;
                            /** @enum {string} */
                            method: "in_store";
                        };
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            asOf: string;
                            changes: {
                                available: number | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                lineId: string;
                                mustAccept: boolean;
                                newUnit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                oldUnit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                wanted: number | null;
                                /** @description rose, fell, ran_out, not_sold, hold_ended */
                                what: string;
                            }[];
                            code: {
                                code: string;
                                detail: string | null;
                                isValid: boolean;
                            } | null;
                            currency: string;
                            deliveryOffer: {
                                freeFrom: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                rate: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                            } | null;
                            deliveryProblem: string | null;
                            id: string | null;
                            /** @description There are goods, all of them sold and available, and nothing to accept */
                            isOrderable: boolean;
                            lines: {
                                delivery: {
                                    /** Format: date */
                                    earliest: string;
                                    /** Format: date */
                                    latest: string;
                                } | null;
                                hold: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    reservationId: string;
                                    stage: string | null;
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    until: string;
                                } | null;
                                holdEnded: {
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    at: string;
                                    reason: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                price: {
                                    byHand: {
                                        basisPoints: number;
                                        newUnit: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                    } | null;
                                    current: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    discount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description The quote ran out and the price rose: accept it before ordering */
                                    mustAccept: boolean;
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description What one piece costs you: the lower of both until validUntil */
                                    payable: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    quoted: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    reduction: {
                                        lowest30Days: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        percentOff: number;
                                        promotion: string | null;
                                    } | null;
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxRateBp: number;
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    validUntil: string;
                                } | null;
                                quantity: number;
                                readyAt: string | null;
                                stock: {
                                    /** @description To be had this way now, what is held for this line included */
                                    available: number;
                                    isEnough: boolean;
                                    /** @description in_stock, few_left, on_display, arriving, out_of_stock, discontinued */
                                    word: string;
                                };
                                variant: {
                                    archived: boolean;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    optionsText: string;
                                    pictureUrl: string | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    productId: string;
                                    sku: string;
                                    slug: string;
                                    title: string;
                                };
                                way: {
                                    city: string | null;
                                    locationId: string | null;
                                    locationName: string | null;
                                    /** @description delivery, pickup, in_store */
                                    method: string;
                                };
                            }[];
                            market: string;
                            mustAccept: boolean;
                            /** @description open, ordered, merged */
                            state: string;
                            totals: {
                                delivery: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                discount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                /** @description Without delivery, after discounts */
                                goods: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                gross: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                net: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                tax: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                taxes: {
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxRateBp: number;
                                }[];
                            };
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/cart/lines/{lineId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take goods out of my cart; what was held for it goes free */
        delete: {
            parameters: {
                query: {
                    /** @description Makes delivery part of the totals */
                    postcode?: string;
                    /** @description Of the cart as it was shown */
                    version: number;
                };
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    lineId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            asOf: string;
                            changes: {
                                available: number | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                lineId: string;
                                mustAccept: boolean;
                                newUnit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                oldUnit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                wanted: number | null;
                                /** @description rose, fell, ran_out, not_sold, hold_ended */
                                what: string;
                            }[];
                            code: {
                                code: string;
                                detail: string | null;
                                isValid: boolean;
                            } | null;
                            currency: string;
                            deliveryOffer: {
                                freeFrom: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                rate: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                            } | null;
                            deliveryProblem: string | null;
                            id: string | null;
                            /** @description There are goods, all of them sold and available, and nothing to accept */
                            isOrderable: boolean;
                            lines: {
                                delivery: {
                                    /** Format: date */
                                    earliest: string;
                                    /** Format: date */
                                    latest: string;
                                } | null;
                                hold: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    reservationId: string;
                                    stage: string | null;
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    until: string;
                                } | null;
                                holdEnded: {
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    at: string;
                                    reason: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                price: {
                                    byHand: {
                                        basisPoints: number;
                                        newUnit: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                    } | null;
                                    current: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    discount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description The quote ran out and the price rose: accept it before ordering */
                                    mustAccept: boolean;
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description What one piece costs you: the lower of both until validUntil */
                                    payable: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    quoted: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    reduction: {
                                        lowest30Days: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        percentOff: number;
                                        promotion: string | null;
                                    } | null;
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxRateBp: number;
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    validUntil: string;
                                } | null;
                                quantity: number;
                                readyAt: string | null;
                                stock: {
                                    /** @description To be had this way now, what is held for this line included */
                                    available: number;
                                    isEnough: boolean;
                                    /** @description in_stock, few_left, on_display, arriving, out_of_stock, discontinued */
                                    word: string;
                                };
                                variant: {
                                    archived: boolean;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    optionsText: string;
                                    pictureUrl: string | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    productId: string;
                                    sku: string;
                                    slug: string;
                                    title: string;
                                };
                                way: {
                                    city: string | null;
                                    locationId: string | null;
                                    locationName: string | null;
                                    /** @description delivery, pickup, in_store */
                                    method: string;
                                };
                            }[];
                            market: string;
                            mustAccept: boolean;
                            /** @description open, ordered, merged */
                            state: string;
                            totals: {
                                delivery: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                discount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                /** @description Without delivery, after discounts */
                                goods: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                gross: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                net: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                tax: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                taxes: {
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxRateBp: number;
                                }[];
                            };
                            version: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Another quantity (0 takes it out) or another way to get it; a hold that no longer fits goes free */
        patch: {
            parameters: {
                query?: {
                    /** @description Makes delivery part of the totals */
                    postcode?: string;
                };
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    lineId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        quantity?: number;
                        /** @description Of the cart as it was shown */
                        version: number;
                        way?: {
                            /** @enum {string} */
                            method: "delivery";
                        } | {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            locationId: string;
                            /** @enum {string} */
                            method: "pickup";
                        } | {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            locationId: string;
                            /** @enum {string} */
                            method: "in_store";
                        };
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            asOf: string;
                            changes: {
                                available: number | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                lineId: string;
                                mustAccept: boolean;
                                newUnit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                oldUnit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                wanted: number | null;
                                /** @description rose, fell, ran_out, not_sold, hold_ended */
                                what: string;
                            }[];
                            code: {
                                code: string;
                                detail: string | null;
                                isValid: boolean;
                            } | null;
                            currency: string;
                            deliveryOffer: {
                                freeFrom: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                rate: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                            } | null;
                            deliveryProblem: string | null;
                            id: string | null;
                            /** @description There are goods, all of them sold and available, and nothing to accept */
                            isOrderable: boolean;
                            lines: {
                                delivery: {
                                    /** Format: date */
                                    earliest: string;
                                    /** Format: date */
                                    latest: string;
                                } | null;
                                hold: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    reservationId: string;
                                    stage: string | null;
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    until: string;
                                } | null;
                                holdEnded: {
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    at: string;
                                    reason: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                price: {
                                    byHand: {
                                        basisPoints: number;
                                        newUnit: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                    } | null;
                                    current: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    discount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description The quote ran out and the price rose: accept it before ordering */
                                    mustAccept: boolean;
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description What one piece costs you: the lower of both until validUntil */
                                    payable: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    quoted: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    reduction: {
                                        lowest30Days: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        percentOff: number;
                                        promotion: string | null;
                                    } | null;
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxRateBp: number;
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    validUntil: string;
                                } | null;
                                quantity: number;
                                readyAt: string | null;
                                stock: {
                                    /** @description To be had this way now, what is held for this line included */
                                    available: number;
                                    isEnough: boolean;
                                    /** @description in_stock, few_left, on_display, arriving, out_of_stock, discontinued */
                                    word: string;
                                };
                                variant: {
                                    archived: boolean;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    optionsText: string;
                                    pictureUrl: string | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    productId: string;
                                    sku: string;
                                    slug: string;
                                    title: string;
                                };
                                way: {
                                    city: string | null;
                                    locationId: string | null;
                                    locationName: string | null;
                                    /** @description delivery, pickup, in_store */
                                    method: string;
                                };
                            }[];
                            market: string;
                            mustAccept: boolean;
                            /** @description open, ordered, merged */
                            state: string;
                            totals: {
                                delivery: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                discount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                /** @description Without delivery, after discounts */
                                goods: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                gross: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                net: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                tax: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                taxes: {
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxRateBp: number;
                                }[];
                            };
                            version: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/shop/carts/{id}/handoff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A code and a link under which this cart, or one line of it, goes on elsewhere */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUIDv7
                         */
                        lineId?: string;
                        /**
                         * Format: uuid
                         * @description UUIDv7
                         */
                        locationId?: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            cartId: string;
                            /** @description Short code for staff at the location, e.g. K7-42MX */
                            code: string;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            expiresAt: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            lineId: string | null;
                            locationId: string | null;
                            token: string;
                            url: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/carts/{id}/handoff.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The link of the cart (or of one line) as a QR picture */
        get: {
            parameters: {
                query?: {
                    /** @description UUIDv7 */
                    lineId?: string;
                };
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The category tree, parents before children */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                archived: boolean;
                                code: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                name: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                parentId: string | null;
                                position: number;
                                /** @description On sale in it and below it */
                                productCount: number;
                                slug: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                version: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/category-pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A picture for each category at the top: its first product’s */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                categoryId: string;
                                pictureUrl: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/chat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own conversation, from a number on */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    /** @description UUIDv7 */
                    thread?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            hasMore: boolean;
                            lastSeq: number;
                            messages: {
                                author: {
                                    kind: "shopper" | "staff" | "system";
                                    name: string | null;
                                };
                                /** @description Ids and facts of the card or line; what they look like is asked where it is shown */
                                data: {
                                    [key: string]: unknown;
                                };
                                delivery: ("pending" | "sent" | "delivered" | "read" | "failed") | null;
                                direction: "in" | "out" | "system";
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                kind: "text" | "product" | "cart" | "hold" | "call" | "system";
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                sentAt: string;
                                seq: number;
                                text: string | null;
                            }[];
                            /** @description Forget what you have: these are the messages from the beginning */
                            restarted: boolean;
                            threadId: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/chat/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say who you are; a claim that shows and changes nothing */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email?: string;
                        name?: string;
                        phone?: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/chat/leave-message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave a message that is answered by e-mail */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Made by the client, once a message; sending it again is safe */
                        clientKey: string;
                        email: string;
                        name?: string;
                        text: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            author: {
                                kind: "shopper" | "staff" | "system";
                                name: string | null;
                            };
                            /** @description Ids and facts of the card or line; what they look like is asked where it is shown */
                            data: {
                                [key: string]: unknown;
                            };
                            delivery: ("pending" | "sent" | "delivered" | "read" | "failed") | null;
                            direction: "in" | "out" | "system";
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            kind: "text" | "product" | "cart" | "hold" | "call" | "system";
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            sentAt: string;
                            seq: number;
                            text: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/chat/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write in the chat; the first message opens the conversation */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Made by the client, once a message; sending it again is safe */
                        clientKey: string;
                        context?: {
                            page?: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            productId?: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            variantId?: string;
                        };
                        text: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            author: {
                                kind: "shopper" | "staff" | "system";
                                name: string | null;
                            };
                            /** @description Ids and facts of the card or line; what they look like is asked where it is shown */
                            data: {
                                [key: string]: unknown;
                            };
                            delivery: ("pending" | "sent" | "delivered" | "read" | "failed") | null;
                            direction: "in" | "out" | "system";
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            kind: "text" | "product" | "cart" | "hold" | "call" | "system";
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            sentAt: string;
                            seq: number;
                            text: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/chat/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The shopper has seen the messages up to a number */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        seq: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/chat/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether somebody is there now, and when to expect an answer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            closesAt: string | null;
                            expectedAnswerMinutes: number;
                            expectedBy: string | null;
                            hours: {
                                fri: [
                                    string,
                                    string
                                ][];
                                mon: [
                                    string,
                                    string
                                ][];
                                sat: [
                                    string,
                                    string
                                ][];
                                sun: [
                                    string,
                                    string
                                ][];
                                thu: [
                                    string,
                                    string
                                ][];
                                tue: [
                                    string,
                                    string
                                ][];
                                wed: [
                                    string,
                                    string
                                ][];
                            };
                            open: boolean;
                            opensAt: string | null;
                            today: [
                                string,
                                string
                            ][];
                            zone: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/chat/typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The shopper types, or stopped; forgotten after some seconds */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        typing: boolean;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/delivery-zones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where delivery goes, what it costs and how long it takes */
        get: {
            parameters: {
                query?: {
                    market?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            zones: {
                                daysMax: number;
                                daysMin: number;
                                freeFrom: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                market: string;
                                name: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                /** @description [] = the whole country */
                                postcodePrefixes: string[];
                                rate: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/handoffs/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cart behind a link: goods, terms, holds; no contact data */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cart: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                asOf: string;
                                changes: {
                                    available: number | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    lineId: string;
                                    mustAccept: boolean;
                                    newUnit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    oldUnit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    wanted: number | null;
                                    /** @description rose, fell, ran_out, not_sold, hold_ended */
                                    what: string;
                                }[];
                                code: {
                                    code: string;
                                    detail: string | null;
                                    isValid: boolean;
                                } | null;
                                currency: string;
                                deliveryOffer: {
                                    freeFrom: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    rate: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                } | null;
                                deliveryProblem: string | null;
                                id: string | null;
                                /** @description There are goods, all of them sold and available, and nothing to accept */
                                isOrderable: boolean;
                                lines: {
                                    delivery: {
                                        /** Format: date */
                                        earliest: string;
                                        /** Format: date */
                                        latest: string;
                                    } | null;
                                    hold: {
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        reservationId: string;
                                        stage: string | null;
                                        /**
                                         * Format: date-time
                                         * @description RFC 3339, UTC
                                         */
                                        until: string;
                                    } | null;
                                    holdEnded: {
                                        /**
                                         * Format: date-time
                                         * @description RFC 3339, UTC
                                         */
                                        at: string;
                                        reason: string;
                                    } | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    price: {
                                        byHand: {
                                            basisPoints: number;
                                            newUnit: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                        } | null;
                                        current: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        discount: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        gross: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        /** @description The quote ran out and the price rose: accept it before ordering */
                                        mustAccept: boolean;
                                        net: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        /** @description What one piece costs you: the lower of both until validUntil */
                                        payable: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        quoted: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        reduction: {
                                            lowest30Days: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            percentOff: number;
                                            promotion: string | null;
                                        } | null;
                                        tax: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        taxRateBp: number;
                                        /**
                                         * Format: date-time
                                         * @description RFC 3339, UTC
                                         */
                                        validUntil: string;
                                    } | null;
                                    quantity: number;
                                    readyAt: string | null;
                                    stock: {
                                        /** @description To be had this way now, what is held for this line included */
                                        available: number;
                                        isEnough: boolean;
                                        /** @description in_stock, few_left, on_display, arriving, out_of_stock, discontinued */
                                        word: string;
                                    };
                                    variant: {
                                        archived: boolean;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        id: string;
                                        optionsText: string;
                                        pictureUrl: string | null;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        productId: string;
                                        sku: string;
                                        slug: string;
                                        title: string;
                                    };
                                    way: {
                                        city: string | null;
                                        locationId: string | null;
                                        locationName: string | null;
                                        /** @description delivery, pickup, in_store */
                                        method: string;
                                    };
                                }[];
                                market: string;
                                mustAccept: boolean;
                                /** @description open, ordered, merged */
                                state: string;
                                totals: {
                                    delivery: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    discount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description Without delivery, after discounts */
                                    goods: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxes: {
                                        gross: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        net: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        tax: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        taxRateBp: number;
                                    }[];
                                };
                                version: number;
                            };
                            handoff: {
                                code: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                expiresAt: string;
                                lineId: string | null;
                                locationName: string | null;
                            };
                            isMine: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/handoffs/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on with the cart behind a link: it becomes part of mine */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            asOf: string;
                            changes: {
                                available: number | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                lineId: string;
                                mustAccept: boolean;
                                newUnit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                oldUnit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                wanted: number | null;
                                /** @description rose, fell, ran_out, not_sold, hold_ended */
                                what: string;
                            }[];
                            code: {
                                code: string;
                                detail: string | null;
                                isValid: boolean;
                            } | null;
                            currency: string;
                            deliveryOffer: {
                                freeFrom: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                rate: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                            } | null;
                            deliveryProblem: string | null;
                            id: string | null;
                            /** @description There are goods, all of them sold and available, and nothing to accept */
                            isOrderable: boolean;
                            lines: {
                                delivery: {
                                    /** Format: date */
                                    earliest: string;
                                    /** Format: date */
                                    latest: string;
                                } | null;
                                hold: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    reservationId: string;
                                    stage: string | null;
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    until: string;
                                } | null;
                                holdEnded: {
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    at: string;
                                    reason: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                price: {
                                    byHand: {
                                        basisPoints: number;
                                        newUnit: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                    } | null;
                                    current: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    discount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description The quote ran out and the price rose: accept it before ordering */
                                    mustAccept: boolean;
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description What one piece costs you: the lower of both until validUntil */
                                    payable: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    quoted: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    reduction: {
                                        lowest30Days: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        percentOff: number;
                                        promotion: string | null;
                                    } | null;
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxRateBp: number;
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    validUntil: string;
                                } | null;
                                quantity: number;
                                readyAt: string | null;
                                stock: {
                                    /** @description To be had this way now, what is held for this line included */
                                    available: number;
                                    isEnough: boolean;
                                    /** @description in_stock, few_left, on_display, arriving, out_of_stock, discontinued */
                                    word: string;
                                };
                                variant: {
                                    archived: boolean;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    optionsText: string;
                                    pictureUrl: string | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    productId: string;
                                    sku: string;
                                    slug: string;
                                    title: string;
                                };
                                way: {
                                    city: string | null;
                                    locationId: string | null;
                                    locationName: string | null;
                                    /** @description delivery, pickup, in_store */
                                    method: string;
                                };
                            }[];
                            market: string;
                            mustAccept: boolean;
                            /** @description open, ordered, merged */
                            state: string;
                            totals: {
                                delivery: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                discount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                /** @description Without delivery, after discounts */
                                goods: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                gross: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                net: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                tax: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                taxes: {
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxRateBp: number;
                                }[];
                            };
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My holds, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            asOf: string;
                            items: {
                                atRisk: boolean;
                                code: string | null;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                lines: {
                                    optionsText: string;
                                    pictureUrl: string | null;
                                    quantity: number;
                                    sku: string;
                                    title: string;
                                    unit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    variantId: string;
                                }[];
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                locationId: string;
                                locationName: string;
                                longerUntil: string | null;
                                stage: string | null;
                                /** @description held, committed, consumed, released, expired */
                                state: string;
                                until: string | null;
                                url: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Reserve in a store, to try and pay there; free of charge, to closing time */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        contact?: {
                            /** Format: email */
                            email?: string;
                            name?: string;
                            phone?: string;
                        };
                        /**
                         * Format: uuid
                         * @description UUIDv7
                         */
                        locationId: string;
                        quantity?: number;
                        /**
                         * Format: uuid
                         * @description UUIDv7
                         */
                        variantId: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            atRisk: boolean;
                            code: string | null;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            lines: {
                                optionsText: string;
                                pictureUrl: string | null;
                                quantity: number;
                                sku: string;
                                title: string;
                                unit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            }[];
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            locationId: string;
                            locationName: string;
                            longerUntil: string | null;
                            stage: string | null;
                            /** @description held, committed, consumed, released, expired */
                            state: string;
                            until: string | null;
                            url: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/holds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** I do not need it any more: it is on sale at once */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            released: true;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/holds/{id}/code.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The link of my hold as a QR picture, to show in the store */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/holds/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold it longer, once: to the next opening day’s closing */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            until: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/links/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a link leads to now, without following it */
        get: {
            parameters: {
                query?: {
                    /** @description A town */
                    near?: string;
                };
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            delivery: string | null;
                            locationId: string | null;
                            locationName: string | null;
                            outcome: "available" | "alternative" | "category";
                            path: string;
                            say: string;
                            variantId: string | null;
                            wantedVariantId: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stores, nearest first when it is said near what */
        get: {
            parameters: {
                query?: {
                    capability?: "pickup" | "reserve" | "ship" | "display" | "return" | "pay";
                    /** @description A town, or latitude,longitude */
                    near?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                address: {
                                    city: string;
                                    country: string;
                                    line1: string;
                                    postcode: string;
                                };
                                capabilities: ("pickup" | "reserve" | "ship" | "display" | "return" | "pay")[];
                                code: string;
                                distanceKm: number | null;
                                /** @description The coming 30 days */
                                exceptions: {
                                    /** @description YYYY-MM-DD, local */
                                    date: string;
                                    note?: string;
                                    open: [
                                        string,
                                        string
                                    ][];
                                }[];
                                hours: {
                                    fri: [
                                        string,
                                        string
                                    ][];
                                    mon: [
                                        string,
                                        string
                                    ][];
                                    sat: [
                                        string,
                                        string
                                    ][];
                                    sun: [
                                        string,
                                        string
                                    ][];
                                    thu: [
                                        string,
                                        string
                                    ][];
                                    tue: [
                                        string,
                                        string
                                    ][];
                                    wed: [
                                        string,
                                        string
                                    ][];
                                };
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                name: string;
                                phone: string;
                                point: {
                                    lat: number;
                                    lon: number;
                                };
                                today: {
                                    closesAt: string | null;
                                    /** @description YYYY-MM-DD, local */
                                    date: string;
                                    isOpen: boolean;
                                    note?: string;
                                    /** @description [] = closed today */
                                    open: [
                                        string,
                                        string
                                    ][];
                                    opensAt: string | null;
                                };
                                zone: string;
                            }[];
                            near: {
                                point: {
                                    lat: number;
                                    lon: number;
                                };
                                town: {
                                    name: string;
                                    region: string;
                                } | null;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/locations/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A store, its hours today and when it opens next */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: {
                                city: string;
                                country: string;
                                line1: string;
                                postcode: string;
                            };
                            capabilities: ("pickup" | "reserve" | "ship" | "display" | "return" | "pay")[];
                            code: string;
                            distanceKm: number | null;
                            /** @description The coming 30 days */
                            exceptions: {
                                /** @description YYYY-MM-DD, local */
                                date: string;
                                note?: string;
                                open: [
                                    string,
                                    string
                                ][];
                            }[];
                            hours: {
                                fri: [
                                    string,
                                    string
                                ][];
                                mon: [
                                    string,
                                    string
                                ][];
                                sat: [
                                    string,
                                    string
                                ][];
                                sun: [
                                    string,
                                    string
                                ][];
                                thu: [
                                    string,
                                    string
                                ][];
                                tue: [
                                    string,
                                    string
                                ][];
                                wed: [
                                    string,
                                    string
                                ][];
                            };
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            name: string;
                            phone: string;
                            point: {
                                lat: number;
                                lon: number;
                            };
                            today: {
                                closesAt: string | null;
                                /** @description YYYY-MM-DD, local */
                                date: string;
                                isOpen: boolean;
                                note?: string;
                                /** @description [] = closed today */
                                open: [
                                    string,
                                    string
                                ][];
                                opensAt: string | null;
                            };
                            zone: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am here; without a sign-in, nobody in particular */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            customer: {
                                email: string | null;
                                familyName: string | null;
                                givenName: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                language: "en" | "pl" | "ru";
                                phone: string | null;
                            } | null;
                            signedIn: boolean;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            subjectId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Say or change my name */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        familyName?: string;
                        givenName?: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            customer: {
                                email: string | null;
                                familyName: string | null;
                                givenName: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                language: "en" | "pl" | "ru";
                                phone: string | null;
                            } | null;
                            signedIn: boolean;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            subjectId: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/shop/me/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My own steps with this shop, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                at: string;
                                by: "you" | "staff" | "shop";
                                channel: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                eventId: string;
                                facts: {
                                    [key: string]: unknown;
                                };
                                locationId: string | null;
                                type: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My orders, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                cancelledAt: string | null;
                                completedAt: string | null;
                                contact: {
                                    /** Format: email */
                                    email?: string;
                                    name?: string;
                                    phone?: string;
                                };
                                contractMadeAt: {
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    at: string;
                                    locationId: string | null;
                                    place: "distance" | "on_premises";
                                };
                                couponCode: string | null;
                                currency: string;
                                deliveryAddress: {
                                    city: string;
                                    country: string;
                                    line1: string;
                                    line2?: string;
                                    name?: string;
                                    note?: string;
                                    postcode: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                language: "en" | "pl" | "ru";
                                lines: {
                                    discount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    kind: "goods" | "delivery";
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    quantity: number;
                                    snapshot: {
                                        options?: {
                                            en: string;
                                            pl: string;
                                            ru: string;
                                        };
                                        sku?: string;
                                        title?: {
                                            en: string;
                                            pl: string;
                                            ru: string;
                                        };
                                    };
                                    /** @enum {unknown} */
                                    state: "open" | "fulfilled" | "cancelled";
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxRateBp: number;
                                    unit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    variantId: string | null;
                                    way: {
                                        /** @enum {string} */
                                        method: "delivery";
                                    } | {
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        locationId: string;
                                        /** @enum {string} */
                                        method: "pickup";
                                    } | {
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        locationId: string;
                                        /** @enum {string} */
                                        method: "in_store";
                                    };
                                }[];
                                market: string;
                                number: string;
                                paidAt: string | null;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                placedAt: string;
                                /** @enum {unknown} */
                                state: "placed" | "paid" | "partly_fulfilled" | "completed" | "cancelled";
                                totals: {
                                    discount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                };
                                version: number;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Order with obligation to pay: a cart, or goods named in this one call */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        contact: {
                            /** Format: email */
                            email: string;
                            name: string;
                            phone?: string;
                        };
                        couponCode?: string;
                        deliveryAddress?: {
                            city: string;
                            country: string;
                            line1: string;
                            line2?: string;
                            name?: string;
                            note?: string;
                            postcode: string;
                        };
                        from: {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            cartId: string;
                            version: number;
                        } | {
                            lines: {
                                quantity: number;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                                way: {
                                    /** @enum {string} */
                                    method: "delivery";
                                } | {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    locationId: string;
                                    /** @enum {string} */
                                    method: "pickup";
                                } | {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    locationId: string;
                                    /** @enum {string} */
                                    method: "in_store";
                                };
                            }[];
                        };
                        payment: {
                            /** @enum {string} */
                            method: "pay_in_store";
                        } | {
                            card: {
                                cvc: string;
                                expiryMonth: number;
                                expiryYear: number;
                                /** @description Spaces are allowed */
                                number: string;
                            };
                            /** @enum {string} */
                            method: "card";
                        } | {
                            by: "card" | "blik";
                            /**
                             * @description On the page of the provider: the answer says where
                             * @enum {string}
                             */
                            method: "online";
                        } | {
                            /** @enum {string} */
                            method: "transfer";
                        };
                        total?: {
                            /** @description Integer minor units */
                            amount: number;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accessToken: string;
                            action: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                until: string;
                                url: string | null;
                            } | null;
                            order: {
                                cancelledAt: string | null;
                                completedAt: string | null;
                                contact: {
                                    /** Format: email */
                                    email?: string;
                                    name?: string;
                                    phone?: string;
                                };
                                contractMadeAt: {
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    at: string;
                                    locationId: string | null;
                                    place: "distance" | "on_premises";
                                };
                                couponCode: string | null;
                                currency: string;
                                deliveryAddress: {
                                    city: string;
                                    country: string;
                                    line1: string;
                                    line2?: string;
                                    name?: string;
                                    note?: string;
                                    postcode: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                language: "en" | "pl" | "ru";
                                lines: {
                                    discount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    kind: "goods" | "delivery";
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    quantity: number;
                                    snapshot: {
                                        options?: {
                                            en: string;
                                            pl: string;
                                            ru: string;
                                        };
                                        sku?: string;
                                        title?: {
                                            en: string;
                                            pl: string;
                                            ru: string;
                                        };
                                    };
                                    /** @enum {unknown} */
                                    state: "open" | "fulfilled" | "cancelled";
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxRateBp: number;
                                    unit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    variantId: string | null;
                                    way: {
                                        /** @enum {string} */
                                        method: "delivery";
                                    } | {
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        locationId: string;
                                        /** @enum {string} */
                                        method: "pickup";
                                    } | {
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        locationId: string;
                                        /** @enum {string} */
                                        method: "in_store";
                                    };
                                }[];
                                market: string;
                                number: string;
                                paidAt: string | null;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                placedAt: string;
                                /** @enum {unknown} */
                                state: "placed" | "paid" | "partly_fulfilled" | "completed" | "cancelled";
                                totals: {
                                    discount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                };
                                version: number;
                            };
                            paymentState: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An order, for its owner signed in or for a guest with its token */
        get: {
            parameters: {
                query?: {
                    token?: string;
                };
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cancelledAt: string | null;
                            completedAt: string | null;
                            contact: {
                                /** Format: email */
                                email?: string;
                                name?: string;
                                phone?: string;
                            };
                            contractMadeAt: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                at: string;
                                locationId: string | null;
                                place: "distance" | "on_premises";
                            };
                            couponCode: string | null;
                            currency: string;
                            deliveryAddress: {
                                city: string;
                                country: string;
                                line1: string;
                                line2?: string;
                                name?: string;
                                note?: string;
                                postcode: string;
                            } | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            language: "en" | "pl" | "ru";
                            lines: {
                                discount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                gross: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                kind: "goods" | "delivery";
                                net: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                quantity: number;
                                snapshot: {
                                    options?: {
                                        en: string;
                                        pl: string;
                                        ru: string;
                                    };
                                    sku?: string;
                                    title?: {
                                        en: string;
                                        pl: string;
                                        ru: string;
                                    };
                                };
                                /** @enum {unknown} */
                                state: "open" | "fulfilled" | "cancelled";
                                tax: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                taxRateBp: number;
                                unit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                variantId: string | null;
                                way: {
                                    /** @enum {string} */
                                    method: "delivery";
                                } | {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    locationId: string;
                                    /** @enum {string} */
                                    method: "pickup";
                                } | {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    locationId: string;
                                    /** @enum {string} */
                                    method: "in_store";
                                };
                            }[];
                            market: string;
                            number: string;
                            paidAt: string | null;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            placedAt: string;
                            /** @enum {unknown} */
                            state: "placed" | "paid" | "partly_fulfilled" | "completed" | "cancelled";
                            totals: {
                                discount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                gross: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                net: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                tax: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                            };
                            version: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/orders/{id}/code.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is shown at the counter to collect the order, as a QR picture */
        get: {
            parameters: {
                query?: {
                    token?: string;
                };
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/orders/{id}/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An order and where each part of it is, for its owner signed in or for a guest with its token */
        get: {
            parameters: {
                query?: {
                    token?: string;
                };
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cards: {
                                card: {
                                    archived: boolean;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    optionsText: string;
                                    pictureUrl: string | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    productId: string;
                                    sku: string;
                                    slug: string;
                                    title: string;
                                };
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                lineId: string;
                            }[];
                            order: {
                                cancelledAt: string | null;
                                completedAt: string | null;
                                contact: {
                                    /** Format: email */
                                    email?: string;
                                    name?: string;
                                    phone?: string;
                                };
                                contractMadeAt: {
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    at: string;
                                    locationId: string | null;
                                    place: "distance" | "on_premises";
                                };
                                couponCode: string | null;
                                currency: string;
                                deliveryAddress: {
                                    city: string;
                                    country: string;
                                    line1: string;
                                    line2?: string;
                                    name?: string;
                                    note?: string;
                                    postcode: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                language: "en" | "pl" | "ru";
                                lines: {
                                    discount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    kind: "goods" | "delivery";
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    quantity: number;
                                    snapshot: {
                                        options?: {
                                            en: string;
                                            pl: string;
                                            ru: string;
                                        };
                                        sku?: string;
                                        title?: {
                                            en: string;
                                            pl: string;
                                            ru: string;
                                        };
                                    };
                                    /** @enum {unknown} */
                                    state: "open" | "fulfilled" | "cancelled";
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxRateBp: number;
                                    unit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    variantId: string | null;
                                    way: {
                                        /** @enum {string} */
                                        method: "delivery";
                                    } | {
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        locationId: string;
                                        /** @enum {string} */
                                        method: "pickup";
                                    } | {
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        locationId: string;
                                        /** @enum {string} */
                                        method: "in_store";
                                    };
                                }[];
                                market: string;
                                number: string;
                                paidAt: string | null;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                placedAt: string;
                                /** @enum {unknown} */
                                state: "placed" | "paid" | "partly_fulfilled" | "completed" | "cancelled";
                                totals: {
                                    discount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                };
                                version: number;
                            };
                            parts: {
                                code: string | null;
                                doneAt: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                keepUntil: string | null;
                                /** @description pickup, ship */
                                kind: string;
                                lineIds: string[];
                                locationId: string | null;
                                promisedAt: string | null;
                                /** @description to_pick, picking, ready, handed_over, shipped, not_found, cancelled */
                                stage: string;
                            }[];
                            payment: {
                                action: {
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    until: string;
                                    url: string | null;
                                } | null;
                                method: string | null;
                                refunded: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                /** @description none, pending, declined, failed, paid, partly_refunded, refunded */
                                state: string;
                                transfer: {
                                    account: string;
                                    amount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    title: string;
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    until: string;
                                } | null;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/orders/{id}/payment/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the provider now what became of the payment, or say that the customer came back without paying */
        post: {
            parameters: {
                query?: {
                    token?: string;
                };
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        stop?: boolean;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/payment-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How an order can be paid at a distance */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                by: string | null;
                                /** @description card (its number in the order), online (a page of the provider), transfer */
                                method: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prices now; a variant that is not for sale is left out */
        get: {
            parameters: {
                query: {
                    market?: string;
                    /** @description Repeat the parameter */
                    variantIds: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description Regular price; strike it through only where reduction stands */
                                list: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                market: string;
                                reduction: {
                                    lowest30: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    name: {
                                        en: string;
                                        pl: string;
                                        ru: string;
                                    };
                                    /** @description Whole percent, rounded down */
                                    percentOff: number;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    promotionId: string;
                                } | null;
                                taxClass: string;
                                /** @description Basis points: 2300 = 23 % */
                                taxRateBp: number;
                                /** @description What a piece costs now, gross */
                                unit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                validFrom: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/product-addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The address of every product on sale, in all languages, by code: for site maps */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                slugs: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/products/{slugOrId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A product with prices, stock and every way to get it, near a town */
        get: {
            parameters: {
                query?: {
                    /** @description A town, or "lat,lon" */
                    near?: string;
                    /** @description SKU or id to preselect */
                    variant?: string;
                };
                header?: never;
                path: {
                    slugOrId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            brand: string | null;
                            care: string | null;
                            categories: {
                                code: string;
                                name: string;
                                slug: string;
                            }[];
                            code: string;
                            description: string;
                            facts: {
                                code: string;
                                label: string;
                                text: string | null;
                                unit: string | null;
                                value: unknown;
                            }[];
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            maker: {
                                address: {
                                    city: string;
                                    country: string;
                                    line1: string;
                                    postcode: string;
                                };
                                email: string;
                                euResponsible?: {
                                    address: {
                                        city: string;
                                        country: string;
                                        line1: string;
                                        postcode: string;
                                    };
                                    email: string;
                                    name: string;
                                };
                                name: string;
                                website?: string;
                            } | null;
                            /** @description Lengths in centimetres, weights in kilograms */
                            measures: {
                                [key: string]: number | {
                                    [key: string]: number;
                                };
                            };
                            pictures: {
                                alt: string;
                                height: number | null;
                                kind: string;
                                url: string;
                                variantId: string | null;
                                width: number | null;
                            }[];
                            reservedUntil: {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                locationId: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                until: string;
                            }[];
                            selectedVariantId: string | null;
                            slug: string;
                            slugs: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            title: string;
                            variants: {
                                gtin: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                /** @description Lengths in centimetres, weights in kilograms */
                                measures: {
                                    [key: string]: number | {
                                        [key: string]: number;
                                    };
                                };
                                options: {
                                    code: string;
                                    hex: string | null;
                                    label: string;
                                    valueCode: string;
                                    valueLabel: string;
                                }[];
                                optionsText: string;
                                pictureUrl: string | null;
                                price: {
                                    reduction: {
                                        lowest30Days: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        percentOff: number;
                                        promotion: string | null;
                                    } | null;
                                    /** @description Basis points: 2300 is 23 % */
                                    taxRateBp: number;
                                    unit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                } | null;
                                sku: string;
                                ways: {
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    asOf: string;
                                    delivery: {
                                        /** Format: date */
                                        earliest: string;
                                        freeFrom: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        } | null;
                                        /** Format: date */
                                        latest: string;
                                        rate: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        word: string;
                                    } | null;
                                    places: {
                                        arrivesAt: string | null;
                                        available: number;
                                        city: string;
                                        closesAt: string | null;
                                        code: string;
                                        distanceKm: number | null;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        locationId: string;
                                        mayReserve: boolean;
                                        name: string;
                                        readyAt: string | null;
                                        /** @description in_stock (3 or more), few_left, on_display, arriving, out_of_stock */
                                        word: string;
                                    }[];
                                };
                            }[];
                            warnings: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/products/{slugOrId}/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a product is, in all languages: no price, no stock */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slugOrId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            archived: boolean;
                            attributes: {
                                [key: string]: string | number | boolean | string[];
                            };
                            brand: string | null;
                            care: {
                                en: string;
                                pl: string;
                                ru: string;
                            } | null;
                            categories: {
                                code: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                name: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                slug: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                            }[];
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            categoryId: string;
                            code: string;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            description: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            facts: {
                                code: string;
                                label: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                text: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                } | null;
                                unit: string | null;
                                value: string | number | boolean | string[];
                            }[];
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            maker: {
                                address: {
                                    city: string;
                                    country: string;
                                    line1: string;
                                    postcode: string;
                                };
                                /** Format: email */
                                email: string;
                                euResponsible?: {
                                    address: {
                                        city: string;
                                        country: string;
                                        line1: string;
                                        postcode: string;
                                    };
                                    /** Format: email */
                                    email: string;
                                    name: string;
                                };
                                name: string;
                                /** Format: uri */
                                website?: string;
                            } | null;
                            /** @description Lengths in centimetres, weights in kilograms */
                            measures: {
                                [key: string]: number | {
                                    [key: string]: number;
                                };
                            };
                            options: {
                                code: string;
                                label: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                values: {
                                    code: string;
                                    hex?: string;
                                    label: {
                                        en: string;
                                        pl: string;
                                        ru: string;
                                    };
                                }[];
                            }[];
                            pictures: {
                                alt: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                contentType: "image/svg+xml" | "image/png" | "image/jpeg" | "image/webp";
                                height: number | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                kind: "picture" | "dimensions";
                                url: string;
                                variantId: string | null;
                                width: number | null;
                            }[];
                            position: number;
                            slugs: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            taxClass: string;
                            title: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            updatedAt: string;
                            variants: {
                                archived: boolean;
                                attributes: {
                                    [key: string]: string | number | boolean | string[];
                                };
                                brand: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                categoryId: string;
                                gtin: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                /** @description Lengths in centimetres, weights in kilograms */
                                measures: {
                                    [key: string]: number | {
                                        [key: string]: number;
                                    };
                                };
                                options: {
                                    code: string;
                                    hex: string | null;
                                    label: {
                                        en: string;
                                        pl: string;
                                        ru: string;
                                    };
                                    valueCode: string;
                                    valueLabel: {
                                        en: string;
                                        pl: string;
                                        ru: string;
                                    };
                                }[];
                                optionsText: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                pictureUrl: string | null;
                                productCode: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                productId: string;
                                sku: string;
                                slug: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                taxClass: string;
                                title: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                            }[];
                            version: number;
                            warnings: {
                                en: string;
                                pl: string;
                                ru: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products by words, category and filters, with price, stock near a town and delivery date */
        get: {
            parameters: {
                query?: {
                    /** @description Only what this store (its code) has now */
                    availableAt?: string;
                    /** @description Only what can be had in a store near there now */
                    availableNear?: boolean;
                    /** @description Its slug */
                    category?: string;
                    colour?: string[];
                    cursor?: string;
                    fabric?: string[];
                    /** @description false where they are not shown; later pages have none */
                    facets?: boolean;
                    /** @description Any other facet, "code:value"; values of one code are alternatives */
                    filter?: string[];
                    limit?: number;
                    /** @description A town, or "lat,lon" */
                    near?: string;
                    /** @description Between two prices in whole units, "500-3000" */
                    price?: string;
                    query?: string;
                    /** @description A measure between two bounds, "widthCm:100-220"; a bound may be missing */
                    range?: string[];
                    /** @description Only what is announced as reduced */
                    reduced?: boolean;
                    size?: string[];
                    sort?: "relevance" | "newest" | "price_asc" | "price_desc";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            correctedQuery: string | null;
                            droppedWords: string[];
                            exact: boolean;
                            facets: {
                                code: string;
                                /** @description category, values, range */
                                kind: string;
                                label: string;
                                max: number | null;
                                min: number | null;
                                unit: string | null;
                                values: {
                                    count: number;
                                    hex: string | null;
                                    label: string;
                                    selected: boolean;
                                    value: string;
                                }[];
                            }[];
                            intent: {
                                exclusive: boolean;
                                intent: string;
                            } | null;
                            items: {
                                colours: {
                                    hex: string | null;
                                    label: string;
                                    sku: string;
                                    valueCode: string;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    variantId: string;
                                }[];
                                delivery: string | null;
                                nearest: {
                                    available: number;
                                    city: string;
                                    distanceKm: number | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    locationId: string;
                                    name: string;
                                    readyAt: string | null;
                                    word: string;
                                } | null;
                                optionsText: string;
                                pictureUrl: string | null;
                                price: {
                                    reduction: {
                                        lowest30Days: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        percentOff: number;
                                        promotion: string | null;
                                    } | null;
                                    /** @description Basis points: 2300 is 23 % */
                                    taxRateBp: number;
                                    unit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                productId: string;
                                size: {
                                    depthCm: number;
                                    heightCm: number;
                                    widthCm: number;
                                } | null;
                                sku: string;
                                slug: string;
                                title: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                                word: string;
                            }[];
                            nextCursor: string | null;
                            relaxations: {
                                filter: string;
                                total: number;
                            }[];
                            total: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a session, or say which one this browser has */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The tracker's anonymous id */
                        anonymousId?: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description For the tracker, with the epoch */
                            anonymousId: string;
                            epoch: number;
                            signedIn: boolean;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            subjectId: string;
                        };
                    };
                };
            };
        };
        /** Forget this browser: a new session begins that knows nothing of the old one */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description For the tracker, with the epoch */
                            anonymousId: string;
                            epoch: number;
                            signedIn: boolean;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            subjectId: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in, or up, with the code from the e-mail */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                        email: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description For the tracker, with the epoch */
                            anonymousId: string;
                            epoch: number;
                            signedIn: boolean;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            subjectId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/sign-in/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a one-time code by e-mail; the answer is the same for everyone */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description How long the code works */
                            minutes: number;
                            /** @enum {boolean} */
                            sent: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out; the browser goes on as a stranger */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description For the tracker, with the epoch */
                            anonymousId: string;
                            epoch: number;
                            signedIn: boolean;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            subjectId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/store-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The retailer, its markets, languages and policies */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            languages: ("en" | "pl" | "ru")[];
                            markets: {
                                code: string;
                                country: string;
                                currency: string;
                                languages: ("en" | "pl" | "ru")[];
                            }[];
                            policies: {
                                kind: "delivery" | "returns" | "privacy" | "terms" | "contact";
                                text: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                            }[];
                            retailer: {
                                defaultLanguage: "en" | "pl" | "ru";
                                defaultMarket: string;
                                legal: {
                                    address: string;
                                    companyName: string;
                                    email: string;
                                    phone: string;
                                    registration: string;
                                    taxId: string;
                                };
                                name: string;
                                /** @description IANA time zone of the retailer’s calendar days */
                                zone: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Queries, categories and products for what is being typed */
        get: {
            parameters: {
                query: {
                    language?: "en" | "pl" | "ru";
                    q: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            categories: {
                                code: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                name: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                slug: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                            }[];
                            intent: {
                                /** @description The query asks for nothing else */
                                exclusive: boolean;
                                intent: string;
                            } | null;
                            products: {
                                pictureUrl: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                productId: string;
                                slug: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                title: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            }[];
                            queries: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/towns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Towns that begin like this, the most populous first */
        get: {
            parameters: {
                query: {
                    limit?: number;
                    query: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                name: string;
                                point: {
                                    lat: number;
                                    lon: number;
                                };
                                population: number;
                                region: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/tracking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the shop’s own tracker sends with; a visitor’s consent comes first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            writeKey: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/variants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Variants by id with price, stock and every way to get them */
        get: {
            parameters: {
                query: {
                    ids: string[];
                    /** @description A town, or "lat,lon" */
                    near?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                archived: boolean;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                optionsText: string;
                                pictureUrl: string | null;
                                price: {
                                    reduction: {
                                        lowest30Days: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        percentOff: number;
                                        promotion: string | null;
                                    } | null;
                                    /** @description Basis points: 2300 is 23 % */
                                    taxRateBp: number;
                                    unit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                productId: string;
                                sku: string;
                                slug: string;
                                title: string;
                                ways: {
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    asOf: string;
                                    delivery: {
                                        /** Format: date */
                                        earliest: string;
                                        freeFrom: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        } | null;
                                        /** Format: date */
                                        latest: string;
                                        rate: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        word: string;
                                    } | null;
                                    places: {
                                        arrivesAt: string | null;
                                        available: number;
                                        city: string;
                                        closesAt: string | null;
                                        code: string;
                                        distanceKm: number | null;
                                        heldUntil: string | null;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        locationId: string;
                                        mayReserve: boolean;
                                        name: string;
                                        readyAt: string | null;
                                        /** @description in_stock (3 or more), few_left, on_display, arriving, out_of_stock */
                                        word: string;
                                    }[];
                                };
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys of machines, revoked ones too */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                lastUsedAt: string | null;
                                name: string;
                                revokedAt: string | null;
                                scopes: ("catalogue:write" | "prices:write" | "stock:write" | "orders:read" | "orders:write" | "customers:read" | "insight:read")[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make an API key; its token is shown this once */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        scopes: ("catalogue:write" | "prices:write" | "stock:write" | "orders:read" | "orders:write" | "customers:read" | "insight:read")[];
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            key: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                lastUsedAt: string | null;
                                name: string;
                                revokedAt: string | null;
                                scopes: ("catalogue:write" | "prices:write" | "stock:write" | "orders:read" | "orders:write" | "customers:read" | "insight:read")[];
                            };
                            token: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The attribute dictionary */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                code: string;
                                filterable: boolean;
                                kind: "enum" | "number" | "boolean" | "text";
                                label: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                position: number;
                                unit: string | null;
                                values: {
                                    [key: string]: {
                                        en: string;
                                        pl: string;
                                        ru: string;
                                    };
                                };
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/attributes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Names an attribute and its values; products are found by the new names at once */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        filterable?: boolean;
                        kind: "enum" | "number" | "boolean" | "text";
                        label: {
                            en: string;
                            pl: string;
                            ru: string;
                        };
                        position?: number;
                        unit?: string | null;
                        values?: {
                            [key: string]: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            filterable: boolean;
                            kind: "enum" | "number" | "boolean" | "text";
                            label: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            position: number;
                            unit: string | null;
                            values: {
                                [key: string]: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, newest first */
        get: {
            parameters: {
                query?: {
                    actor?: string;
                    cursor?: string;
                    limit?: number;
                    target?: string;
                    targetId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                act: string;
                                /** @description kind:id */
                                actor: string;
                                after: {
                                    [key: string]: unknown;
                                } | null;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                at: string;
                                before: {
                                    [key: string]: unknown;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                locationId: string | null;
                                reason: string | null;
                                requestId: string;
                                role: string | null;
                                target: string;
                                targetId: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log a phone call; an unproven number is answered with candidates and never guessed */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUIDv7
                         */
                        customerId?: string;
                        direction: "in" | "out";
                        durationSeconds?: number;
                        /** @default false */
                        missed?: boolean;
                        /** @default false */
                        newCustomer?: boolean;
                        note?: string;
                        phone: string;
                        /**
                         * Format: date-time
                         * @description RFC 3339, UTC
                         */
                        startedAt: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            callId: string;
                            candidates: {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                customerId: string;
                                displayName: string | null;
                            }[];
                            customerId: string | null;
                            threadId: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/calls/{id}/customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whose call it was */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUIDv7
                         */
                        customerId: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            callId: string;
                            candidates: {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                customerId: string;
                                displayName: string | null;
                            }[];
                            customerId: string | null;
                            threadId: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/carts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put goods into a customer’s cart, from the conversation or at the counter */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUIDv7
                         */
                        customerId: string;
                        lines: {
                            quantity: number;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            variantId: string;
                            way: {
                                /** @enum {string} */
                                method: "delivery";
                            } | {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                locationId: string;
                                /** @enum {string} */
                                method: "pickup";
                            } | {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                locationId: string;
                                /** @enum {string} */
                                method: "in_store";
                            };
                        }[];
                    } | {
                        lines: {
                            quantity: number;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            variantId: string;
                            way: {
                                /** @enum {string} */
                                method: "delivery";
                            } | {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                locationId: string;
                                /** @enum {string} */
                                method: "pickup";
                            } | {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                locationId: string;
                                /** @enum {string} */
                                method: "in_store";
                            };
                        }[];
                        /**
                         * Format: uuid
                         * @description UUIDv7
                         */
                        threadId: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cart: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                asOf: string;
                                changes: {
                                    available: number | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    lineId: string;
                                    mustAccept: boolean;
                                    newUnit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    oldUnit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    wanted: number | null;
                                    /** @description rose, fell, ran_out, not_sold, hold_ended */
                                    what: string;
                                }[];
                                code: {
                                    code: string;
                                    detail: string | null;
                                    isValid: boolean;
                                } | null;
                                currency: string;
                                deliveryOffer: {
                                    freeFrom: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    rate: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                } | null;
                                deliveryProblem: string | null;
                                id: string | null;
                                /** @description There are goods, all of them sold and available, and nothing to accept */
                                isOrderable: boolean;
                                lines: {
                                    delivery: {
                                        /** Format: date */
                                        earliest: string;
                                        /** Format: date */
                                        latest: string;
                                    } | null;
                                    hold: {
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        reservationId: string;
                                        stage: string | null;
                                        /**
                                         * Format: date-time
                                         * @description RFC 3339, UTC
                                         */
                                        until: string;
                                    } | null;
                                    holdEnded: {
                                        /**
                                         * Format: date-time
                                         * @description RFC 3339, UTC
                                         */
                                        at: string;
                                        reason: string;
                                    } | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    price: {
                                        byHand: {
                                            basisPoints: number;
                                            newUnit: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                        } | null;
                                        current: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        discount: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        gross: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        /** @description The quote ran out and the price rose: accept it before ordering */
                                        mustAccept: boolean;
                                        net: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        /** @description What one piece costs you: the lower of both until validUntil */
                                        payable: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        quoted: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        reduction: {
                                            lowest30Days: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            percentOff: number;
                                            promotion: string | null;
                                        } | null;
                                        tax: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        taxRateBp: number;
                                        /**
                                         * Format: date-time
                                         * @description RFC 3339, UTC
                                         */
                                        validUntil: string;
                                    } | null;
                                    quantity: number;
                                    readyAt: string | null;
                                    stock: {
                                        /** @description To be had this way now, what is held for this line included */
                                        available: number;
                                        isEnough: boolean;
                                        /** @description in_stock, few_left, on_display, arriving, out_of_stock, discontinued */
                                        word: string;
                                    };
                                    variant: {
                                        archived: boolean;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        id: string;
                                        optionsText: string;
                                        pictureUrl: string | null;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        productId: string;
                                        sku: string;
                                        slug: string;
                                        title: string;
                                    };
                                    way: {
                                        city: string | null;
                                        locationId: string | null;
                                        locationName: string | null;
                                        /** @description delivery, pickup, in_store */
                                        method: string;
                                    };
                                }[];
                                market: string;
                                mustAccept: boolean;
                                /** @description open, ordered, merged */
                                state: string;
                                totals: {
                                    delivery: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    discount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description Without delivery, after discounts */
                                    goods: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxes: {
                                        gross: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        net: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        tax: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        taxRateBp: number;
                                    }[];
                                };
                                version: number;
                            };
                            credits: {
                                advisedBy: string | null;
                                heldBy: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                lineId: string;
                            }[];
                            customerId: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            subjectId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/carts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A cart with prices, stock and dates, as its customer sees it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cart: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                asOf: string;
                                changes: {
                                    available: number | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    lineId: string;
                                    mustAccept: boolean;
                                    newUnit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    oldUnit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    wanted: number | null;
                                    /** @description rose, fell, ran_out, not_sold, hold_ended */
                                    what: string;
                                }[];
                                code: {
                                    code: string;
                                    detail: string | null;
                                    isValid: boolean;
                                } | null;
                                currency: string;
                                deliveryOffer: {
                                    freeFrom: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    rate: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                } | null;
                                deliveryProblem: string | null;
                                id: string | null;
                                /** @description There are goods, all of them sold and available, and nothing to accept */
                                isOrderable: boolean;
                                lines: {
                                    delivery: {
                                        /** Format: date */
                                        earliest: string;
                                        /** Format: date */
                                        latest: string;
                                    } | null;
                                    hold: {
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        reservationId: string;
                                        stage: string | null;
                                        /**
                                         * Format: date-time
                                         * @description RFC 3339, UTC
                                         */
                                        until: string;
                                    } | null;
                                    holdEnded: {
                                        /**
                                         * Format: date-time
                                         * @description RFC 3339, UTC
                                         */
                                        at: string;
                                        reason: string;
                                    } | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    price: {
                                        byHand: {
                                            basisPoints: number;
                                            newUnit: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                        } | null;
                                        current: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        discount: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        gross: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        /** @description The quote ran out and the price rose: accept it before ordering */
                                        mustAccept: boolean;
                                        net: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        /** @description What one piece costs you: the lower of both until validUntil */
                                        payable: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        quoted: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        reduction: {
                                            lowest30Days: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            percentOff: number;
                                            promotion: string | null;
                                        } | null;
                                        tax: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        taxRateBp: number;
                                        /**
                                         * Format: date-time
                                         * @description RFC 3339, UTC
                                         */
                                        validUntil: string;
                                    } | null;
                                    quantity: number;
                                    readyAt: string | null;
                                    stock: {
                                        /** @description To be had this way now, what is held for this line included */
                                        available: number;
                                        isEnough: boolean;
                                        /** @description in_stock, few_left, on_display, arriving, out_of_stock, discontinued */
                                        word: string;
                                    };
                                    variant: {
                                        archived: boolean;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        id: string;
                                        optionsText: string;
                                        pictureUrl: string | null;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        productId: string;
                                        sku: string;
                                        slug: string;
                                        title: string;
                                    };
                                    way: {
                                        city: string | null;
                                        locationId: string | null;
                                        locationName: string | null;
                                        /** @description delivery, pickup, in_store */
                                        method: string;
                                    };
                                }[];
                                market: string;
                                mustAccept: boolean;
                                /** @description open, ordered, merged */
                                state: string;
                                totals: {
                                    delivery: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    discount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description Without delivery, after discounts */
                                    goods: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxes: {
                                        gross: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        net: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        tax: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        taxRateBp: number;
                                    }[];
                                };
                                version: number;
                            };
                            credits: {
                                advisedBy: string | null;
                                heldBy: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                lineId: string;
                            }[];
                            customerId: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            subjectId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/carts/{id}/handoff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The link of a customer’s cart, to be sent to that customer or called at the counter */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUIDv7
                         */
                        lineId?: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            cartId: string;
                            /** @description Short code for staff at the location, e.g. K7-42MX */
                            code: string;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            expiresAt: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            lineId: string | null;
                            locationId: string | null;
                            token: string;
                            url: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The category tree, archived branches too */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                archived: boolean;
                                code: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                name: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                parentId: string | null;
                                position: number;
                                /** @description On sale in it and below it */
                                productCount: number;
                                slug: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                version: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/categories/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Creates or replaces a category */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        archived?: boolean;
                        name: {
                            en: string;
                            pl: string;
                            ru: string;
                        };
                        parentCode?: string | null;
                        position?: number;
                        slug?: {
                            en: string;
                            pl: string;
                            ru: string;
                        };
                        /** @description As read; absent or 0 for a new category */
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            archived: boolean;
                            code: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            name: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            parentId: string | null;
                            position: number;
                            slug: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/chat/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When people answer the chat */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            exceptions: {
                                /** Format: date */
                                date: string;
                                note?: string;
                                open: [
                                    string,
                                    string
                                ][];
                            }[];
                            expectedAnswerMinutes: number;
                            hours: {
                                fri: [
                                    string,
                                    string
                                ][];
                                mon: [
                                    string,
                                    string
                                ][];
                                sat: [
                                    string,
                                    string
                                ][];
                                sun: [
                                    string,
                                    string
                                ][];
                                thu: [
                                    string,
                                    string
                                ][];
                                tue: [
                                    string,
                                    string
                                ][];
                                wed: [
                                    string,
                                    string
                                ][];
                            };
                            version: number;
                            zone: string;
                        };
                    };
                };
            };
        };
        /** Set when people answer the chat */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        exceptions: {
                            /** Format: date */
                            date: string;
                            note?: string;
                            open: [
                                string,
                                string
                            ][];
                        }[];
                        expectedAnswerMinutes: number;
                        hours: {
                            fri: [
                                string,
                                string
                            ][];
                            mon: [
                                string,
                                string
                            ][];
                            sat: [
                                string,
                                string
                            ][];
                            sun: [
                                string,
                                string
                            ][];
                            thu: [
                                string,
                                string
                            ][];
                            tue: [
                                string,
                                string
                            ][];
                            wed: [
                                string,
                                string
                            ][];
                        };
                        version: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            exceptions: {
                                /** Format: date */
                                date: string;
                                note?: string;
                                open: [
                                    string,
                                    string
                                ][];
                            }[];
                            expectedAnswerMinutes: number;
                            hours: {
                                fri: [
                                    string,
                                    string
                                ][];
                                mon: [
                                    string,
                                    string
                                ][];
                                sat: [
                                    string,
                                    string
                                ][];
                                sun: [
                                    string,
                                    string
                                ][];
                                thu: [
                                    string,
                                    string
                                ][];
                                tue: [
                                    string,
                                    string
                                ][];
                                wed: [
                                    string,
                                    string
                                ][];
                            };
                            version: number;
                            zone: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works here now, by name: to hand something to, or to say whose work it is */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                locationIds: "all" | string[];
                                name: string;
                                role: "agent" | "associate" | "manager" | "admin";
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find customers by e-mail, phone, loyalty number or name; contacts are masked */
        get: {
            parameters: {
                query: {
                    query: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                email: {
                                    masked: string;
                                    state: "verified" | "claimed";
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                language: "en" | "pl" | "ru";
                                name: string | null;
                                phone: {
                                    masked: string;
                                    state: "verified" | "claimed";
                                } | null;
                                verified: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a customer by phone or e-mail: claimed, or verified when an associate or manager has seen the ID */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email?: string;
                        familyName?: string;
                        givenName?: string;
                        idSeen?: boolean;
                        language?: "en" | "pl" | "ru";
                        phone?: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            customerId: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            subjectId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer with contacts, identities and why they are one person; looking is written to the audit */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            displayName: string | null;
                            familyName: string | null;
                            givenName: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            identifiers: {
                                kind: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                since: string;
                                source: string;
                                state: "verified" | "claimed";
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                subjectId: string;
                                value: string;
                            }[];
                            language: "en" | "pl" | "ru";
                            links: {
                                actor: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                anchorSubjectId: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                at: string;
                                evidence: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                subjectId: string;
                                undoneAt: string | null;
                            }[];
                            subjects: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                kind: "verified" | "anonymous";
                                source: string | null;
                            }[];
                            /** @description Others who have or claim one of these identifiers; a person decides */
                            suggestions: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                email: {
                                    masked: string;
                                    state: "verified" | "claimed";
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                language: "en" | "pl" | "ru";
                                name: string | null;
                                phone: {
                                    masked: string;
                                    state: "verified" | "claimed";
                                } | null;
                                verified: boolean;
                            }[];
                            verified: boolean;
                            version: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/customers/{id}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Holds of a customer, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                atRisk: boolean;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                cartId: string;
                                code: string | null;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                fulfilmentId: string | null;
                                heldBy: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                lineId: string;
                                lines: {
                                    optionsText: string;
                                    pictureUrl: string | null;
                                    quantity: number;
                                    sku: string;
                                    title: string;
                                    unit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    variantId: string;
                                }[];
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                locationId: string;
                                locationName: string;
                                place: string | null;
                                stage: string | null;
                                /** @description held, committed, consumed, released, expired */
                                state: string;
                                subjectId: string | null;
                                until: string | null;
                                url: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/customers/{id}/identifiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an e-mail, phone or loyalty number: claimed, or verified when the ID was seen */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        idSeen?: boolean;
                        kind: "email" | "phone" | "loyalty";
                        value: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            displayName: string | null;
                            familyName: string | null;
                            givenName: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            identifiers: {
                                kind: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                since: string;
                                source: string;
                                state: "verified" | "claimed";
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                subjectId: string;
                                value: string;
                            }[];
                            language: "en" | "pl" | "ru";
                            links: {
                                actor: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                anchorSubjectId: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                at: string;
                                evidence: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                subjectId: string;
                                undoneAt: string | null;
                            }[];
                            subjects: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                kind: "verified" | "anonymous";
                                source: string | null;
                            }[];
                            /** @description Others who have or claim one of these identifiers; a person decides */
                            suggestions: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                email: {
                                    masked: string;
                                    state: "verified" | "claimed";
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                language: "en" | "pl" | "ru";
                                name: string | null;
                                phone: {
                                    masked: string;
                                    state: "verified" | "claimed";
                                } | null;
                                verified: boolean;
                            }[];
                            verified: boolean;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/customers/{id}/journey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every touchpoint of one customer */
        get: {
            parameters: {
                query?: {
                    /** @description RFC 3339, UTC */
                    from?: string;
                    /** @description RFC 3339, UTC */
                    to?: string;
                };
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            dataAsOf: string;
                            definition: string;
                            n: number;
                            touchpoints: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                at: string;
                                /** @description The lane */
                                channel: string;
                                counted: string | null;
                                facts: {
                                    [key: string]: string;
                                };
                                id: string;
                                kind: string;
                                locationId: string | null;
                                orderId: string | null;
                                /** @description tracked or domain */
                                origin: string;
                                source: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                subjectId: string;
                                total: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                            }[];
                            truncated: boolean;
                            unit: string;
                            window: {
                                from: string | null;
                                to: string | null;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/customers/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a subject is this customer, on a fact you confirmed; two verified customers are refused */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        fact: "order" | "handoff" | "phone_call" | "conversation" | "loyalty_card" | "id_seen";
                        /** @description Id or number of what confirms it */
                        reference?: string;
                        /**
                         * Format: uuid
                         * @description UUIDv7
                         */
                        subjectId: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            customerId: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            linkId: string;
                            movedSubjectIds: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/customers/{id}/links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a link back: what only it held together is separate again, with everything it brought */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                    /** @description UUIDv7 */
                    linkId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            customerId: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            linkId: string;
                            movedSubjectIds: string[];
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            separatedCustomerId: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/customers/{id}/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the system wrote to a customer, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                failedAt: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                language: "en" | "pl" | "ru";
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                queuedAt: string;
                                sentAt: string | null;
                                state: "queued" | "sending" | "sent" | "failed";
                                subject: string | null;
                                template: string;
                                threadId: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/customers/{id}/name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down the name of a customer */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        familyName?: string;
                        givenName?: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            email: {
                                masked: string;
                                state: "verified" | "claimed";
                            } | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            language: "en" | "pl" | "ru";
                            name: string | null;
                            phone: {
                                masked: string;
                                state: "verified" | "claimed";
                            } | null;
                            verified: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/customers/{id}/panel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who this is, how sure we are, and what is going on: holds, orders, cart, conversation, timeline */
        get: {
            parameters: {
                query?: {
                    /** @description Show contacts on the floor; it is written to the audit */
                    reveal?: boolean;
                };
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cart: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                asOf: string;
                                changes: {
                                    available: number | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    lineId: string;
                                    mustAccept: boolean;
                                    newUnit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    oldUnit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    wanted: number | null;
                                    /** @description rose, fell, ran_out, not_sold, hold_ended */
                                    what: string;
                                }[];
                                code: {
                                    code: string;
                                    detail: string | null;
                                    isValid: boolean;
                                } | null;
                                currency: string;
                                deliveryOffer: {
                                    freeFrom: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    rate: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                } | null;
                                deliveryProblem: string | null;
                                id: string | null;
                                /** @description There are goods, all of them sold and available, and nothing to accept */
                                isOrderable: boolean;
                                lines: {
                                    delivery: {
                                        /** Format: date */
                                        earliest: string;
                                        /** Format: date */
                                        latest: string;
                                    } | null;
                                    hold: {
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        reservationId: string;
                                        stage: string | null;
                                        /**
                                         * Format: date-time
                                         * @description RFC 3339, UTC
                                         */
                                        until: string;
                                    } | null;
                                    holdEnded: {
                                        /**
                                         * Format: date-time
                                         * @description RFC 3339, UTC
                                         */
                                        at: string;
                                        reason: string;
                                    } | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    price: {
                                        byHand: {
                                            basisPoints: number;
                                            newUnit: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                        } | null;
                                        current: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        discount: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        gross: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        /** @description The quote ran out and the price rose: accept it before ordering */
                                        mustAccept: boolean;
                                        net: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        /** @description What one piece costs you: the lower of both until validUntil */
                                        payable: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        quoted: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        reduction: {
                                            lowest30Days: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            percentOff: number;
                                            promotion: string | null;
                                        } | null;
                                        tax: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        taxRateBp: number;
                                        /**
                                         * Format: date-time
                                         * @description RFC 3339, UTC
                                         */
                                        validUntil: string;
                                    } | null;
                                    quantity: number;
                                    readyAt: string | null;
                                    stock: {
                                        /** @description To be had this way now, what is held for this line included */
                                        available: number;
                                        isEnough: boolean;
                                        /** @description in_stock, few_left, on_display, arriving, out_of_stock, discontinued */
                                        word: string;
                                    };
                                    variant: {
                                        archived: boolean;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        id: string;
                                        optionsText: string;
                                        pictureUrl: string | null;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        productId: string;
                                        sku: string;
                                        slug: string;
                                        title: string;
                                    };
                                    way: {
                                        city: string | null;
                                        locationId: string | null;
                                        locationName: string | null;
                                        /** @description delivery, pickup, in_store */
                                        method: string;
                                    };
                                }[];
                                market: string;
                                mustAccept: boolean;
                                /** @description open, ordered, merged */
                                state: string;
                                totals: {
                                    delivery: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    discount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description Without delivery, after discounts */
                                    goods: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxes: {
                                        gross: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        net: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        tax: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        taxRateBp: number;
                                    }[];
                                };
                                version: number;
                            } | null;
                            customer: {
                                email: {
                                    state: "verified" | "claimed";
                                    /** @description Masked where isMasked */
                                    value: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                identifiers: {
                                    kind: string;
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    since: string;
                                    source: string;
                                    state: "verified" | "claimed";
                                    value: string | null;
                                }[];
                                isMasked: boolean;
                                language: "en" | "pl" | "ru";
                                name: string | null;
                                phone: {
                                    state: "verified" | "claimed";
                                    /** @description Masked where isMasked */
                                    value: string;
                                } | null;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                since: string;
                                /** @description At least one identifier was proven */
                                verified: boolean;
                            };
                            holds: {
                                atRisk: boolean;
                                code: string | null;
                                fulfilmentId: string | null;
                                heldBy: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                lines: {
                                    optionsText: string;
                                    pictureUrl: string | null;
                                    quantity: number;
                                    sku: string;
                                    title: string;
                                    unit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    variantId: string;
                                }[];
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                locationId: string;
                                locationName: string;
                                place: string | null;
                                stage: string | null;
                                state: string;
                                until: string | null;
                            }[];
                            maybeSame: {
                                email: {
                                    state: "verified" | "claimed";
                                    /** @description Masked where isMasked */
                                    value: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                name: string | null;
                                phone: {
                                    state: "verified" | "claimed";
                                    /** @description Masked where isMasked */
                                    value: string;
                                } | null;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                since: string;
                                verified: boolean;
                            }[];
                            orders: {
                                channel: string;
                                goods: {
                                    optionsText: string;
                                    quantity: number;
                                    title: string;
                                }[];
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                isPaid: boolean;
                                number: string;
                                parts: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    fulfilmentId: string;
                                    /** @description pickup, ship, hold, handover */
                                    kind: string;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    locationId: string;
                                    locationName: string;
                                    place: string | null;
                                    promisedAt: string | null;
                                    stage: string;
                                }[];
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                placedAt: string;
                                state: string;
                                total: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                            }[];
                            thread: {
                                assigneeId: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                lastMessageAt: string;
                                state: string;
                                unansweredSince: string | null;
                            } | null;
                            timeline: {
                                actor: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                at: string;
                                channel: string;
                                data: {
                                    [key: string]: unknown;
                                };
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                eventId: string;
                                locationId: string | null;
                                type: string;
                            }[];
                            value: {
                                gross: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                }[];
                                isComplete: boolean;
                                /** @description Paid and not cancelled */
                                orders: number;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/customers/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything between this customer and us, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description kind:id */
                                actor: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                at: string;
                                channel: string;
                                data: {
                                    [key: string]: unknown;
                                };
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                eventId: string;
                                locationId: string | null;
                                role: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                subjectId: string;
                                type: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this browser is a store’s device, and who may switch to themselves on it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            colleagues: {
                                hasPin: boolean;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                name: string;
                            }[];
                            device: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                lastUsedAt: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                locationId: string;
                                name: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                registeredBy: string;
                                revokedAt: string | null;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/device/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on as this colleague, by PIN: an associate’s acts in the device’s store */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUIDv7
                         */
                        memberId: string;
                        pin: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            email: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            language: "en" | "pl" | "ru";
                            locationIds: "all" | string[];
                            name: string;
                            role: "agent" | "associate" | "manager" | "admin";
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Devices of a store, revoked ones too */
        get: {
            parameters: {
                query: {
                    /** @description UUIDv7 */
                    locationId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                lastUsedAt: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                locationId: string;
                                name: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                registeredBy: string;
                                revokedAt: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make this browser a device of the store */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUIDv7
                         */
                        locationId: string;
                        name: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            lastUsedAt: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            locationId: string;
                            name: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            registeredBy: string;
                            revokedAt: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a device; whoever works on it is out */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/floor/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A store’s day for its manager, beside the week before */
        get: {
            parameters: {
                query: {
                    date?: string;
                    /** @description UUIDv7 */
                    locationId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            asOf: string;
                            days: {
                                collected: number;
                                /** Format: date */
                                day: string;
                                gross: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                /** @description Holds that came in */
                                holds: number;
                                /** @description Holds that ran out uncollected */
                                lapsed: number;
                                minutesToReadyMax: number | null;
                                minutesToReadyMedian: number | null;
                                notFound: number;
                                /** @description Orders to be collected that came in */
                                pickups: number;
                                /** @description Of what came in that day: how many became ready */
                                ready: number;
                                /** @description Contracts made in the store */
                                sales: number;
                            }[];
                            zone: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/floor/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a scan or a typed text is here: work, cart, order, goods, customer */
        get: {
            parameters: {
                query: {
                    /** @description UUIDv7 */
                    locationId: string;
                    text: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            customers: {
                                email: {
                                    masked: string;
                                    state: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                name: string | null;
                                phone: {
                                    masked: string;
                                    state: string;
                                } | null;
                                verified: boolean;
                            }[];
                            desk: {
                                cart: {
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    asOf: string;
                                    changes: {
                                        available: number | null;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        lineId: string;
                                        mustAccept: boolean;
                                        newUnit: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        } | null;
                                        oldUnit: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        } | null;
                                        wanted: number | null;
                                        /** @description rose, fell, ran_out, not_sold, hold_ended */
                                        what: string;
                                    }[];
                                    code: {
                                        code: string;
                                        detail: string | null;
                                        isValid: boolean;
                                    } | null;
                                    currency: string;
                                    deliveryOffer: {
                                        freeFrom: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        } | null;
                                        rate: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                    } | null;
                                    deliveryProblem: string | null;
                                    id: string | null;
                                    /** @description There are goods, all of them sold and available, and nothing to accept */
                                    isOrderable: boolean;
                                    lines: {
                                        delivery: {
                                            /** Format: date */
                                            earliest: string;
                                            /** Format: date */
                                            latest: string;
                                        } | null;
                                        hold: {
                                            /**
                                             * Format: uuid
                                             * @description UUIDv7
                                             */
                                            reservationId: string;
                                            stage: string | null;
                                            /**
                                             * Format: date-time
                                             * @description RFC 3339, UTC
                                             */
                                            until: string;
                                        } | null;
                                        holdEnded: {
                                            /**
                                             * Format: date-time
                                             * @description RFC 3339, UTC
                                             */
                                            at: string;
                                            reason: string;
                                        } | null;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        id: string;
                                        price: {
                                            byHand: {
                                                basisPoints: number;
                                                newUnit: {
                                                    /** @description Integer minor units */
                                                    amount: number;
                                                    /** @description ISO 4217 */
                                                    currency: string;
                                                };
                                            } | null;
                                            current: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            discount: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            gross: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            /** @description The quote ran out and the price rose: accept it before ordering */
                                            mustAccept: boolean;
                                            net: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            /** @description What one piece costs you: the lower of both until validUntil */
                                            payable: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            quoted: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            reduction: {
                                                lowest30Days: {
                                                    /** @description Integer minor units */
                                                    amount: number;
                                                    /** @description ISO 4217 */
                                                    currency: string;
                                                };
                                                percentOff: number;
                                                promotion: string | null;
                                            } | null;
                                            tax: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            taxRateBp: number;
                                            /**
                                             * Format: date-time
                                             * @description RFC 3339, UTC
                                             */
                                            validUntil: string;
                                        } | null;
                                        quantity: number;
                                        readyAt: string | null;
                                        stock: {
                                            /** @description To be had this way now, what is held for this line included */
                                            available: number;
                                            isEnough: boolean;
                                            /** @description in_stock, few_left, on_display, arriving, out_of_stock, discontinued */
                                            word: string;
                                        };
                                        variant: {
                                            archived: boolean;
                                            /**
                                             * Format: uuid
                                             * @description UUIDv7
                                             */
                                            id: string;
                                            optionsText: string;
                                            pictureUrl: string | null;
                                            /**
                                             * Format: uuid
                                             * @description UUIDv7
                                             */
                                            productId: string;
                                            sku: string;
                                            slug: string;
                                            title: string;
                                        };
                                        way: {
                                            city: string | null;
                                            locationId: string | null;
                                            locationName: string | null;
                                            /** @description delivery, pickup, in_store */
                                            method: string;
                                        };
                                    }[];
                                    market: string;
                                    mustAccept: boolean;
                                    /** @description open, ordered, merged */
                                    state: string;
                                    totals: {
                                        delivery: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        } | null;
                                        discount: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        /** @description Without delivery, after discounts */
                                        goods: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        gross: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        net: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        tax: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        taxes: {
                                            gross: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            net: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            tax: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            taxRateBp: number;
                                        }[];
                                    };
                                    version: number;
                                } | null;
                                code: string;
                                customer: {
                                    email: {
                                        masked: string;
                                        state: string;
                                    } | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    name: string | null;
                                    phone: {
                                        masked: string;
                                        state: string;
                                    } | null;
                                    verified: boolean;
                                } | null;
                                fulfilmentId: string | null;
                                handedOver: {
                                    at: string | null;
                                    by: {
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        id: string;
                                        name: string;
                                    } | null;
                                    collectedBy: string | null;
                                    idSeen: boolean;
                                } | null;
                                keepUntil: string | null;
                                kind: string | null;
                                lines: {
                                    currentUnit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    quantity: number;
                                    quotedAt: string | null;
                                    quotedUnit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    variant: {
                                        archived: boolean;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        id: string;
                                        optionsText: string;
                                        pictureUrl: string | null;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        productId: string;
                                        sku: string;
                                        slug: string;
                                        title: string;
                                    };
                                }[];
                                location: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    name: string;
                                } | null;
                                orderId: string | null;
                                payableUntil: string | null;
                                place: string | null;
                                promisedAt: string | null;
                                putAsideBy: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    name: string;
                                } | null;
                                /** @description One sentence for the person at the desk */
                                say: string;
                                stage: string | null;
                                toPay: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                /** @enum {unknown} */
                                verdict: "ready" | "not_ready" | "held_not_put_aside" | "expired" | "already_collected" | "wrong_location" | "unknown" | "cancelled" | "not_found" | "cart";
                            } | null;
                            /** @description work, cart, order, goods, customer, none */
                            exact: string;
                            goods: {
                                freeElsewhere: number;
                                freeHere: number;
                                gtin: string | null;
                                price: {
                                    reduction: {
                                        lowest30Days: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        percentOff: number;
                                        promotion: string | null;
                                    } | null;
                                    /** @description Basis points: 2300 is 23 % */
                                    taxRateBp: number;
                                    unit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                } | null;
                                variant: {
                                    archived: boolean;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    optionsText: string;
                                    pictureUrl: string | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    productId: string;
                                    sku: string;
                                    slug: string;
                                    title: string;
                                };
                            }[];
                            works: {
                                /** @description A count found less than was promised */
                                atRisk: boolean;
                                code: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                customerName: string | null;
                                doneAt: string | null;
                                doneBy: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    name: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                isPaid: boolean | null;
                                items: {
                                    optionsText: string;
                                    pictureUrl: string | null;
                                    quantity: number;
                                    title: string;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    variantId: string;
                                }[];
                                keepUntil: string | null;
                                /** @description hold, pickup, ship, handover (a sale at the counter) */
                                kind: string;
                                pickedBy: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    name: string;
                                } | null;
                                place: string | null;
                                promisedAt: string | null;
                                reason: string | null;
                                /** @description to_pick, picking, ready, not_found, handed_over, shipped, cancelled */
                                state: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                updatedAt: string;
                                version: number;
                                worth: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/floor/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The work of a store: what is open, and what was done today */
        get: {
            parameters: {
                query: {
                    /** @description UUIDv7 */
                    locationId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            asOf: string;
                            /** @description false: there is more open work than is shown */
                            isComplete: boolean;
                            items: {
                                /** @description A count found less than was promised */
                                atRisk: boolean;
                                code: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                customerName: string | null;
                                doneAt: string | null;
                                doneBy: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    name: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                isPaid: boolean | null;
                                items: {
                                    optionsText: string;
                                    pictureUrl: string | null;
                                    quantity: number;
                                    title: string;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    variantId: string;
                                }[];
                                keepUntil: string | null;
                                /** @description hold, pickup, ship, handover (a sale at the counter) */
                                kind: string;
                                pickedBy: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    name: string;
                                } | null;
                                place: string | null;
                                promisedAt: string | null;
                                reason: string | null;
                                /** @description to_pick, picking, ready, not_found, handed_over, shipped, cancelled */
                                state: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                updatedAt: string;
                                version: number;
                                worth: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                            }[];
                            /** @description Times are read on this clock */
                            zone: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/floor/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a sale at the counter would come to; nothing is reserved and nothing written */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        couponCode?: string;
                        /**
                         * Format: uuid
                         * @description UUIDv7
                         */
                        customerId?: string;
                        goods: {
                            lines: {
                                discount?: {
                                    discount: {
                                        newUnit: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                    } | {
                                        basisPoints: number;
                                    };
                                    reason: string;
                                };
                                quantity: number;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            }[];
                        } | {
                            code: string;
                            discounts?: {
                                discount: {
                                    discount: {
                                        newUnit: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                    } | {
                                        basisPoints: number;
                                    };
                                    reason: string;
                                };
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            }[];
                        };
                        /**
                         * Format: uuid
                         * @description UUIDv7
                         */
                        locationId: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            couponProblem: string | null;
                            customer: {
                                hasEmail: boolean;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                name: string | null;
                            } | null;
                            discountLimitBp: number;
                            lines: {
                                baseUnit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                discount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                freeHere: number;
                                gross: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                heldHere: number;
                                isHeldForThem: boolean;
                                listUnit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                quantity: number;
                                quotedUnit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                unit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                variant: {
                                    archived: boolean;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    optionsText: string;
                                    pictureUrl: string | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    productId: string;
                                    sku: string;
                                    slug: string;
                                    title: string;
                                };
                            }[];
                            shortage: {
                                alternatives: {
                                    [key: string]: unknown;
                                }[];
                                heldForOthers: number;
                                heldUntil: string | null;
                                shortfall: {
                                    requested: number;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    variantId: string;
                                }[];
                            } | null;
                            totals: {
                                discount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                gross: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                net: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                tax: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/floor/work/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One piece of work: what, for whom, what to pay, what the shelf holds, and its trail */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            asOf: string;
                            desk: {
                                cart: {
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    asOf: string;
                                    changes: {
                                        available: number | null;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        lineId: string;
                                        mustAccept: boolean;
                                        newUnit: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        } | null;
                                        oldUnit: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        } | null;
                                        wanted: number | null;
                                        /** @description rose, fell, ran_out, not_sold, hold_ended */
                                        what: string;
                                    }[];
                                    code: {
                                        code: string;
                                        detail: string | null;
                                        isValid: boolean;
                                    } | null;
                                    currency: string;
                                    deliveryOffer: {
                                        freeFrom: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        } | null;
                                        rate: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                    } | null;
                                    deliveryProblem: string | null;
                                    id: string | null;
                                    /** @description There are goods, all of them sold and available, and nothing to accept */
                                    isOrderable: boolean;
                                    lines: {
                                        delivery: {
                                            /** Format: date */
                                            earliest: string;
                                            /** Format: date */
                                            latest: string;
                                        } | null;
                                        hold: {
                                            /**
                                             * Format: uuid
                                             * @description UUIDv7
                                             */
                                            reservationId: string;
                                            stage: string | null;
                                            /**
                                             * Format: date-time
                                             * @description RFC 3339, UTC
                                             */
                                            until: string;
                                        } | null;
                                        holdEnded: {
                                            /**
                                             * Format: date-time
                                             * @description RFC 3339, UTC
                                             */
                                            at: string;
                                            reason: string;
                                        } | null;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        id: string;
                                        price: {
                                            byHand: {
                                                basisPoints: number;
                                                newUnit: {
                                                    /** @description Integer minor units */
                                                    amount: number;
                                                    /** @description ISO 4217 */
                                                    currency: string;
                                                };
                                            } | null;
                                            current: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            discount: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            gross: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            /** @description The quote ran out and the price rose: accept it before ordering */
                                            mustAccept: boolean;
                                            net: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            /** @description What one piece costs you: the lower of both until validUntil */
                                            payable: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            quoted: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            reduction: {
                                                lowest30Days: {
                                                    /** @description Integer minor units */
                                                    amount: number;
                                                    /** @description ISO 4217 */
                                                    currency: string;
                                                };
                                                percentOff: number;
                                                promotion: string | null;
                                            } | null;
                                            tax: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            taxRateBp: number;
                                            /**
                                             * Format: date-time
                                             * @description RFC 3339, UTC
                                             */
                                            validUntil: string;
                                        } | null;
                                        quantity: number;
                                        readyAt: string | null;
                                        stock: {
                                            /** @description To be had this way now, what is held for this line included */
                                            available: number;
                                            isEnough: boolean;
                                            /** @description in_stock, few_left, on_display, arriving, out_of_stock, discontinued */
                                            word: string;
                                        };
                                        variant: {
                                            archived: boolean;
                                            /**
                                             * Format: uuid
                                             * @description UUIDv7
                                             */
                                            id: string;
                                            optionsText: string;
                                            pictureUrl: string | null;
                                            /**
                                             * Format: uuid
                                             * @description UUIDv7
                                             */
                                            productId: string;
                                            sku: string;
                                            slug: string;
                                            title: string;
                                        };
                                        way: {
                                            city: string | null;
                                            locationId: string | null;
                                            locationName: string | null;
                                            /** @description delivery, pickup, in_store */
                                            method: string;
                                        };
                                    }[];
                                    market: string;
                                    mustAccept: boolean;
                                    /** @description open, ordered, merged */
                                    state: string;
                                    totals: {
                                        delivery: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        } | null;
                                        discount: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        /** @description Without delivery, after discounts */
                                        goods: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        gross: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        net: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        tax: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        taxes: {
                                            gross: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            net: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            tax: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            taxRateBp: number;
                                        }[];
                                    };
                                    version: number;
                                } | null;
                                code: string;
                                customer: {
                                    email: {
                                        masked: string;
                                        state: string;
                                    } | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    name: string | null;
                                    phone: {
                                        masked: string;
                                        state: string;
                                    } | null;
                                    verified: boolean;
                                } | null;
                                fulfilmentId: string | null;
                                handedOver: {
                                    at: string | null;
                                    by: {
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        id: string;
                                        name: string;
                                    } | null;
                                    collectedBy: string | null;
                                    idSeen: boolean;
                                } | null;
                                keepUntil: string | null;
                                kind: string | null;
                                lines: {
                                    currentUnit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    quantity: number;
                                    quotedAt: string | null;
                                    quotedUnit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    variant: {
                                        archived: boolean;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        id: string;
                                        optionsText: string;
                                        pictureUrl: string | null;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        productId: string;
                                        sku: string;
                                        slug: string;
                                        title: string;
                                    };
                                }[];
                                location: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    name: string;
                                } | null;
                                orderId: string | null;
                                payableUntil: string | null;
                                place: string | null;
                                promisedAt: string | null;
                                putAsideBy: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    name: string;
                                } | null;
                                /** @description One sentence for the person at the desk */
                                say: string;
                                stage: string | null;
                                toPay: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                /** @enum {unknown} */
                                verdict: "ready" | "not_ready" | "held_not_put_aside" | "expired" | "already_collected" | "wrong_location" | "unknown" | "cancelled" | "not_found" | "cart";
                            };
                            /** @description What I may take off by hand, basis points */
                            discountLimitBp: number;
                            /** @description It is worth more than may be handed over without a look at an ID */
                            needsId: boolean;
                            notice: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                at: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                mailId: string;
                                state: string;
                            } | null;
                            reservationId: string | null;
                            row: {
                                /** @description A count found less than was promised */
                                atRisk: boolean;
                                code: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                customerName: string | null;
                                doneAt: string | null;
                                doneBy: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    name: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                isPaid: boolean | null;
                                items: {
                                    optionsText: string;
                                    pictureUrl: string | null;
                                    quantity: number;
                                    title: string;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    variantId: string;
                                }[];
                                keepUntil: string | null;
                                /** @description hold, pickup, ship, handover (a sale at the counter) */
                                kind: string;
                                pickedBy: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    name: string;
                                } | null;
                                place: string | null;
                                promisedAt: string | null;
                                reason: string | null;
                                /** @description to_pick, picking, ready, not_found, handed_over, shipped, cancelled */
                                state: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                updatedAt: string;
                                version: number;
                                worth: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                            };
                            shelf: {
                                display: number;
                                free: number;
                                gtin: string | null;
                                held: number;
                                onHand: number;
                                sku: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            }[];
                            steps: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                at: string;
                                by: string | null;
                                from: string | null;
                                place: string | null;
                                reason: string | null;
                                to: string;
                            }[];
                            zone: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/fulfilments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The work of a location by state, oldest first */
        get: {
            parameters: {
                query: {
                    cursor?: string;
                    limit?: number;
                    /** @description UUIDv7 */
                    locationId: string;
                    state?: ("to_pick" | "picking" | "ready" | "handed_over" | "shipped" | "not_found" | "cancelled")[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                code: string;
                                collectedBy: string | null;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                doneAt: string | null;
                                doneBy: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                idSeen: boolean;
                                keepUntil: string | null;
                                kind: string;
                                lines: {
                                    orderLineId: string | null;
                                    quantity: number;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    variantId: string;
                                }[];
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                locationId: string;
                                orderId: string | null;
                                pickedBy: string | null;
                                place: string | null;
                                promisedAt: string | null;
                                reason: string | null;
                                reservationId: string | null;
                                state: string;
                                subjectId: string | null;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                updatedAt: string;
                                version: number;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/fulfilments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One piece of work with its trail */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            fulfilment: {
                                code: string;
                                collectedBy: string | null;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                doneAt: string | null;
                                doneBy: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                idSeen: boolean;
                                keepUntil: string | null;
                                kind: string;
                                lines: {
                                    orderLineId: string | null;
                                    quantity: number;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    variantId: string;
                                }[];
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                locationId: string;
                                orderId: string | null;
                                pickedBy: string | null;
                                place: string | null;
                                promisedAt: string | null;
                                reason: string | null;
                                reservationId: string | null;
                                state: string;
                                subjectId: string | null;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                updatedAt: string;
                                version: number;
                            };
                            steps: {
                                actor: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                at: string;
                                from: string | null;
                                place: string | null;
                                reason: string | null;
                                to: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/fulfilments/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The customer takes it: payment where something is owed, goods out of the books, order completed */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key": string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Who came, when it is not the customer */
                        collectedBy?: string;
                        discount?: {
                            discount: {
                                newUnit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                            } | {
                                basisPoints: number;
                            };
                            reason: string;
                        };
                        /** @description An ID was looked at; needed above the amount of the policy */
                        idSeen?: boolean;
                        payment?: {
                            amount: {
                                /** @description Integer minor units */
                                amount: number;
                                /** @description ISO 4217 */
                                currency: string;
                            };
                            method: "cash" | "card_terminal";
                            terminalRef?: string;
                        };
                        /**
                         * Format: email
                         * @description Where the receipt goes
                         */
                        receiptTo?: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            cartId: string | null;
                            /** @enum {unknown} */
                            channel: "web" | "mobile_app" | "store" | "contact_centre" | "chat" | "email" | "whatsapp" | "messenger" | "telegram" | "sms" | "phone" | "marketplace" | "social" | "ads" | "agent";
                            completedAt: string | null;
                            contact: {
                                /** Format: email */
                                email?: string;
                                name?: string;
                                phone?: string;
                            };
                            contractMadeAt: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                at: string;
                                locationId: string | null;
                                place: "distance" | "on_premises";
                            };
                            couponCode: string | null;
                            currency: string;
                            deliveryAddress: {
                                city: string;
                                country: string;
                                line1: string;
                                line2?: string;
                                name?: string;
                                note?: string;
                                postcode: string;
                            } | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            language: "en" | "pl" | "ru";
                            lines: {
                                cartLineId: string | null;
                                credits: {
                                    advisedBy: string | null;
                                    fulfilledBy: string | null;
                                    handedOverBy: string | null;
                                    heldBy: string | null;
                                };
                                discount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                gross: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                kind: "goods" | "delivery";
                                net: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                quantity: number;
                                reservationId: string | null;
                                snapshot: {
                                    options?: {
                                        en: string;
                                        pl: string;
                                        ru: string;
                                    };
                                    sku?: string;
                                    title?: {
                                        en: string;
                                        pl: string;
                                        ru: string;
                                    };
                                };
                                /** @enum {unknown} */
                                state: "open" | "fulfilled" | "cancelled";
                                tax: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                taxRateBp: number;
                                unit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                variantId: string | null;
                                way: {
                                    /** @enum {string} */
                                    method: "delivery";
                                } | {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    locationId: string;
                                    /** @enum {string} */
                                    method: "pickup";
                                } | {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    locationId: string;
                                    /** @enum {string} */
                                    method: "in_store";
                                };
                            }[];
                            market: string;
                            number: string;
                            paidAt: string | null;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            placedAt: string;
                            /** @enum {unknown} */
                            state: "placed" | "paid" | "partly_fulfilled" | "completed" | "cancelled";
                            subjectId: string | null;
                            totals: {
                                discount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                gross: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                net: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                tax: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                            };
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/fulfilments/{id}/not-found": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It is not where it should be: the level is corrected and the customer gets the next best offer */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            collectedBy: string | null;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            doneAt: string | null;
                            doneBy: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            idSeen: boolean;
                            keepUntil: string | null;
                            kind: string;
                            lines: {
                                orderLineId: string | null;
                                quantity: number;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            }[];
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            locationId: string;
                            orderId: string | null;
                            pickedBy: string | null;
                            place: string | null;
                            promisedAt: string | null;
                            reason: string | null;
                            reservationId: string | null;
                            state: string;
                            subjectId: string | null;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            updatedAt: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/fulfilments/{id}/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It lies here and waits; the customer is told once */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        place: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            collectedBy: string | null;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            doneAt: string | null;
                            doneBy: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            idSeen: boolean;
                            keepUntil: string | null;
                            kind: string;
                            lines: {
                                orderLineId: string | null;
                                quantity: number;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            }[];
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            locationId: string;
                            orderId: string | null;
                            pickedBy: string | null;
                            place: string | null;
                            promisedAt: string | null;
                            reason: string | null;
                            reservationId: string | null;
                            state: string;
                            subjectId: string | null;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            updatedAt: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/fulfilments/{id}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a mistaken step, with a reason; a hand-over for half an hour, where no money was taken in it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        /** @description Of the work as it was shown */
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            collectedBy: string | null;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            doneAt: string | null;
                            doneBy: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            idSeen: boolean;
                            keepUntil: string | null;
                            kind: string;
                            lines: {
                                orderLineId: string | null;
                                quantity: number;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            }[];
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            locationId: string;
                            orderId: string | null;
                            pickedBy: string | null;
                            place: string | null;
                            promisedAt: string | null;
                            reason: string | null;
                            reservationId: string | null;
                            state: string;
                            subjectId: string | null;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            updatedAt: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/fulfilments/{id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** I pick this; with takeOver also when a colleague has begun */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        takeOver?: boolean;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            collectedBy: string | null;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            doneAt: string | null;
                            doneBy: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            idSeen: boolean;
                            keepUntil: string | null;
                            kind: string;
                            lines: {
                                orderLineId: string | null;
                                quantity: number;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            }[];
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            locationId: string;
                            orderId: string | null;
                            pickedBy: string | null;
                            place: string | null;
                            promisedAt: string | null;
                            reason: string | null;
                            reservationId: string | null;
                            state: string;
                            subjectId: string | null;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            updatedAt: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/handoffs/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a scanned or typed code is worth here: what to hand over, to whom, and what to take for it */
        get: {
            parameters: {
                query?: {
                    /** @description UUIDv7 */
                    locationId?: string;
                };
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cart: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                asOf: string;
                                changes: {
                                    available: number | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    lineId: string;
                                    mustAccept: boolean;
                                    newUnit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    oldUnit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    wanted: number | null;
                                    /** @description rose, fell, ran_out, not_sold, hold_ended */
                                    what: string;
                                }[];
                                code: {
                                    code: string;
                                    detail: string | null;
                                    isValid: boolean;
                                } | null;
                                currency: string;
                                deliveryOffer: {
                                    freeFrom: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    rate: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                } | null;
                                deliveryProblem: string | null;
                                id: string | null;
                                /** @description There are goods, all of them sold and available, and nothing to accept */
                                isOrderable: boolean;
                                lines: {
                                    delivery: {
                                        /** Format: date */
                                        earliest: string;
                                        /** Format: date */
                                        latest: string;
                                    } | null;
                                    hold: {
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        reservationId: string;
                                        stage: string | null;
                                        /**
                                         * Format: date-time
                                         * @description RFC 3339, UTC
                                         */
                                        until: string;
                                    } | null;
                                    holdEnded: {
                                        /**
                                         * Format: date-time
                                         * @description RFC 3339, UTC
                                         */
                                        at: string;
                                        reason: string;
                                    } | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    price: {
                                        byHand: {
                                            basisPoints: number;
                                            newUnit: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                        } | null;
                                        current: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        discount: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        gross: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        /** @description The quote ran out and the price rose: accept it before ordering */
                                        mustAccept: boolean;
                                        net: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        /** @description What one piece costs you: the lower of both until validUntil */
                                        payable: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        quoted: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        reduction: {
                                            lowest30Days: {
                                                /** @description Integer minor units */
                                                amount: number;
                                                /** @description ISO 4217 */
                                                currency: string;
                                            };
                                            percentOff: number;
                                            promotion: string | null;
                                        } | null;
                                        tax: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        taxRateBp: number;
                                        /**
                                         * Format: date-time
                                         * @description RFC 3339, UTC
                                         */
                                        validUntil: string;
                                    } | null;
                                    quantity: number;
                                    readyAt: string | null;
                                    stock: {
                                        /** @description To be had this way now, what is held for this line included */
                                        available: number;
                                        isEnough: boolean;
                                        /** @description in_stock, few_left, on_display, arriving, out_of_stock, discontinued */
                                        word: string;
                                    };
                                    variant: {
                                        archived: boolean;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        id: string;
                                        optionsText: string;
                                        pictureUrl: string | null;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        productId: string;
                                        sku: string;
                                        slug: string;
                                        title: string;
                                    };
                                    way: {
                                        city: string | null;
                                        locationId: string | null;
                                        locationName: string | null;
                                        /** @description delivery, pickup, in_store */
                                        method: string;
                                    };
                                }[];
                                market: string;
                                mustAccept: boolean;
                                /** @description open, ordered, merged */
                                state: string;
                                totals: {
                                    delivery: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    } | null;
                                    discount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description Without delivery, after discounts */
                                    goods: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxes: {
                                        gross: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        net: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        tax: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        taxRateBp: number;
                                    }[];
                                };
                                version: number;
                            } | null;
                            code: string;
                            customer: {
                                email: {
                                    masked: string;
                                    state: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                name: string | null;
                                phone: {
                                    masked: string;
                                    state: string;
                                } | null;
                                verified: boolean;
                            } | null;
                            fulfilmentId: string | null;
                            handedOver: {
                                at: string | null;
                                by: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    name: string;
                                } | null;
                                collectedBy: string | null;
                                idSeen: boolean;
                            } | null;
                            keepUntil: string | null;
                            kind: string | null;
                            lines: {
                                currentUnit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                quantity: number;
                                quotedAt: string | null;
                                quotedUnit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                variant: {
                                    archived: boolean;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    optionsText: string;
                                    pictureUrl: string | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    productId: string;
                                    sku: string;
                                    slug: string;
                                    title: string;
                                };
                            }[];
                            location: {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                name: string;
                            } | null;
                            orderId: string | null;
                            payableUntil: string | null;
                            place: string | null;
                            promisedAt: string | null;
                            putAsideBy: {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                name: string;
                            } | null;
                            /** @description One sentence for the person at the desk */
                            say: string;
                            stage: string | null;
                            toPay: {
                                /** @description Integer minor units */
                                amount: number;
                                /** @description ISO 4217 */
                                currency: string;
                            } | null;
                            /** @enum {unknown} */
                            verdict: "ready" | "not_ready" | "held_not_put_aside" | "expired" | "already_collected" | "wrong_location" | "unknown" | "cancelled" | "not_found" | "cart";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Queues, events, mails, stock and analytics: what is right, what is late, what is wrong since when */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            checkedAt: string;
                            checks: {
                                count: number | null;
                                error: string | null;
                                id: string;
                                /** @description database, subscriber, queue, mail, stock, analytics, analytics_lag, ingest, source */
                                kind: string;
                                lagSeconds: number | null;
                                lastAt: string | null;
                                name: string | null;
                                since: string | null;
                                state: "good" | "slow" | "bad" | "off";
                            }[];
                            tookMs: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/hold-ends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Until when one may hold something in a store: its next closing times, the usual one last */
        get: {
            parameters: {
                query: {
                    /** @description UUIDv7 */
                    locationId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ends: {
                                /** @description Opening days */
                                days: number;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                until: string;
                            }[];
                            zone: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold goods in a store for a customer, from the conversation or after a call */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        length?: {
                            /** @description Opening days of the store; 0 is tonight’s closing */
                            days: number;
                        } | {
                            /**
                             * Format: date
                             * @description To closing time of this day
                             */
                            date: string;
                        };
                        /**
                         * Format: uuid
                         * @description UUIDv7
                         */
                        locationId: string;
                        person: {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            threadId: string;
                        } | {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            customerId: string;
                        };
                        quantity?: number;
                        /**
                         * Format: uuid
                         * @description UUIDv7
                         */
                        variantId: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            atRisk: boolean;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            cartId: string;
                            code: string | null;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            fulfilmentId: string | null;
                            heldBy: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            lineId: string;
                            lines: {
                                optionsText: string;
                                pictureUrl: string | null;
                                quantity: number;
                                sku: string;
                                title: string;
                                unit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            }[];
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            locationId: string;
                            locationName: string;
                            place: string | null;
                            stage: string | null;
                            /** @description held, committed, consumed, released, expired */
                            state: string;
                            subjectId: string | null;
                            until: string | null;
                            url: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/holds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One hold */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            atRisk: boolean;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            cartId: string;
                            code: string | null;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            fulfilmentId: string | null;
                            heldBy: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            lineId: string;
                            lines: {
                                optionsText: string;
                                pictureUrl: string | null;
                                quantity: number;
                                sku: string;
                                title: string;
                                unit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            }[];
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            locationId: string;
                            locationName: string;
                            place: string | null;
                            stage: string | null;
                            /** @description held, committed, consumed, released, expired */
                            state: string;
                            subjectId: string | null;
                            until: string | null;
                            url: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/holds/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold it longer, within the limit of the role */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        length: {
                            /** @description Opening days of the store; 0 is tonight’s closing */
                            days: number;
                        } | {
                            /**
                             * Format: date
                             * @description To closing time of this day
                             */
                            date: string;
                        };
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            until: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/holds/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give held goods free, with a reason */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            released: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Conversations with open orders, live holds and who is in them; the longest waiting first in `waiting` */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    /** @description A name, number, address, or words that were written */
                    query?: string;
                    view?: "mine" | "unassigned" | "waiting" | "all" | "snoozed" | "closed" | "any";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                assigneeId: string | null;
                                assigneeName: string | null;
                                claimedName: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                customerId: string;
                                customerName: string | null;
                                /** @description Colleagues who have it open now */
                                here: {
                                    /** @description looking, writing, noting */
                                    doing: string;
                                    name: string | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    staffId: string;
                                }[];
                                holdEndsAt: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                lastMessageAt: string;
                                lastSeq: number;
                                lastWords: {
                                    /** @enum {string} */
                                    channel: "web" | "mobile_app" | "store" | "contact_centre" | "chat" | "email" | "whatsapp" | "messenger" | "telegram" | "sms" | "phone" | "marketplace" | "social" | "ads" | "agent";
                                    direction: "in" | "out" | "system";
                                    kind: "text" | "product" | "cart" | "hold" | "call" | "system";
                                    text: string | null;
                                } | null;
                                liveHolds: number;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                openedAt: string;
                                openOrders: number;
                                snoozedUntil: string | null;
                                state: "open" | "waiting" | "closed";
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                subjectId: string;
                                unansweredSince: string | null;
                                version: number;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/insight/path-to-purchase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Channels in which customers met us before they bought */
        get: {
            parameters: {
                query?: {
                    /** @description First day, in the retailer’s zone */
                    from?: string;
                    limit?: number;
                    /** @description Last day, included; yesterday unless said */
                    to?: string;
                    windowDays?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            dataAsOf: string;
                            definition: string;
                            definitionVersion: number;
                            n: number;
                            other: {
                                distinctPaths: number;
                                medianDays: number | null;
                                orders: number;
                                /** @description One entry a currency */
                                revenue: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                }[];
                                share: number | null;
                                shareInterval: number[] | null;
                            };
                            paths: {
                                medianDays: number | null;
                                orders: number;
                                path: string[];
                                /** @description One entry a currency */
                                revenue: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                }[];
                                share: number | null;
                                shareInterval: number[] | null;
                            }[];
                            reconcile: {
                                agrees: boolean;
                                inPaths: number;
                                ledgerOrders: number;
                                ledgerRevenue: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                }[];
                                missingOrders: number;
                                missingRevenue: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                }[];
                                withoutTouchpoints: number;
                            };
                            tooFewForShares: boolean;
                            total: {
                                orders: number;
                                revenue: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                }[];
                            };
                            unit: string;
                            window: {
                                days: number;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                from: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                to: string;
                            };
                            withoutTouchpoints: {
                                orders: number;
                                revenue: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                }[];
                            };
                            zone: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/insight/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders and revenue by day and channel, held against the order ledger */
        get: {
            parameters: {
                query?: {
                    /** @description First day, in the retailer’s zone */
                    from?: string;
                    /** @description Last day, included; yesterday unless said */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cancelled: {
                                orders: number;
                                revenue: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                }[];
                            };
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            dataAsOf: string;
                            days: {
                                channel: string;
                                /** @description YYYY-MM-DD in the retailer’s zone */
                                day: string;
                                orders: number;
                                revenue: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                }[];
                            }[];
                            definition: string;
                            definitionVersion: number;
                            previous: {
                                /** @description YYYY-MM-DD in the retailer’s zone */
                                from: string;
                                /** @description YYYY-MM-DD in the retailer’s zone */
                                to: string;
                            };
                            previousDays: {
                                channel: string;
                                /** @description YYYY-MM-DD in the retailer’s zone */
                                day: string;
                                orders: number;
                                revenue: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                }[];
                            }[];
                            previousTotal: {
                                orders: number;
                                revenue: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                }[];
                            };
                            reconcile: {
                                agrees: boolean;
                                differs: {
                                    /** @description YYYY-MM-DD in the retailer’s zone */
                                    day: string;
                                    ledgerOrders: number;
                                    shownOrders: number;
                                }[];
                                ledgerOrders: number;
                                ledgerRevenue: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                }[];
                                shownOrders: number;
                                shownRevenue: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                }[];
                            };
                            total: {
                                orders: number;
                                revenue: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                }[];
                            };
                            unit: string;
                            window: {
                                days: number;
                                /** @description YYYY-MM-DD in the retailer’s zone */
                                from: string;
                                /** @description YYYY-MM-DD in the retailer’s zone */
                                to: string;
                            };
                            zone: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All locations */
        get: {
            parameters: {
                query?: {
                    /** @description Archived ones too */
                    archived?: boolean;
                    capability?: "pickup" | "reserve" | "ship" | "display" | "return" | "pay";
                    kind?: "store" | "warehouse" | "dropshipper";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                address: {
                                    city: string;
                                    country: string;
                                    line1: string;
                                    postcode: string;
                                };
                                archivedAt: string | null;
                                capabilities: ("pickup" | "reserve" | "ship" | "display" | "return" | "pay")[];
                                code: string;
                                /** @description HH:MM, local */
                                cutOff: string;
                                exceptions: {
                                    /** @description YYYY-MM-DD, local */
                                    date: string;
                                    note?: string;
                                    open: [
                                        string,
                                        string
                                    ][];
                                }[];
                                hours: {
                                    fri: [
                                        string,
                                        string
                                    ][];
                                    mon: [
                                        string,
                                        string
                                    ][];
                                    sat: [
                                        string,
                                        string
                                    ][];
                                    sun: [
                                        string,
                                        string
                                    ][];
                                    thu: [
                                        string,
                                        string
                                    ][];
                                    tue: [
                                        string,
                                        string
                                    ][];
                                    wed: [
                                        string,
                                        string
                                    ][];
                                };
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                kind: "store" | "warehouse" | "dropshipper";
                                name: string;
                                phone: string;
                                point: {
                                    lat: number;
                                    lon: number;
                                };
                                /** @description Open minutes from order to ready */
                                preparationMinutes: number;
                                version: number;
                                /** @description IANA time zone */
                                zone: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a location */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address: {
                            city: string;
                            country: string;
                            line1: string;
                            postcode: string;
                        };
                        capabilities: ("pickup" | "reserve" | "ship" | "display" | "return" | "pay")[];
                        code: string;
                        /** @description HH:MM, local */
                        cutOff: string;
                        exceptions?: {
                            /** @description YYYY-MM-DD, local */
                            date: string;
                            note?: string;
                            open: [
                                string,
                                string
                            ][];
                        }[];
                        hours: {
                            fri: [
                                string,
                                string
                            ][];
                            mon: [
                                string,
                                string
                            ][];
                            sat: [
                                string,
                                string
                            ][];
                            sun: [
                                string,
                                string
                            ][];
                            thu: [
                                string,
                                string
                            ][];
                            tue: [
                                string,
                                string
                            ][];
                            wed: [
                                string,
                                string
                            ][];
                        };
                        kind: "store" | "warehouse" | "dropshipper";
                        name: string;
                        phone: string;
                        point: {
                            lat: number;
                            lon: number;
                        };
                        /** @description Open minutes from order to ready */
                        preparationMinutes: number;
                        /** @description IANA time zone */
                        zone: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: {
                                city: string;
                                country: string;
                                line1: string;
                                postcode: string;
                            };
                            archivedAt: string | null;
                            capabilities: ("pickup" | "reserve" | "ship" | "display" | "return" | "pay")[];
                            code: string;
                            /** @description HH:MM, local */
                            cutOff: string;
                            exceptions: {
                                /** @description YYYY-MM-DD, local */
                                date: string;
                                note?: string;
                                open: [
                                    string,
                                    string
                                ][];
                            }[];
                            hours: {
                                fri: [
                                    string,
                                    string
                                ][];
                                mon: [
                                    string,
                                    string
                                ][];
                                sat: [
                                    string,
                                    string
                                ][];
                                sun: [
                                    string,
                                    string
                                ][];
                                thu: [
                                    string,
                                    string
                                ][];
                                tue: [
                                    string,
                                    string
                                ][];
                                wed: [
                                    string,
                                    string
                                ][];
                            };
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            kind: "store" | "warehouse" | "dropshipper";
                            name: string;
                            phone: string;
                            point: {
                                lat: number;
                                lon: number;
                            };
                            /** @description Open minutes from order to ready */
                            preparationMinutes: number;
                            version: number;
                            /** @description IANA time zone */
                            zone: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/locations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A location */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: {
                                city: string;
                                country: string;
                                line1: string;
                                postcode: string;
                            };
                            archivedAt: string | null;
                            capabilities: ("pickup" | "reserve" | "ship" | "display" | "return" | "pay")[];
                            code: string;
                            /** @description HH:MM, local */
                            cutOff: string;
                            exceptions: {
                                /** @description YYYY-MM-DD, local */
                                date: string;
                                note?: string;
                                open: [
                                    string,
                                    string
                                ][];
                            }[];
                            hours: {
                                fri: [
                                    string,
                                    string
                                ][];
                                mon: [
                                    string,
                                    string
                                ][];
                                sat: [
                                    string,
                                    string
                                ][];
                                sun: [
                                    string,
                                    string
                                ][];
                                thu: [
                                    string,
                                    string
                                ][];
                                tue: [
                                    string,
                                    string
                                ][];
                                wed: [
                                    string,
                                    string
                                ][];
                            };
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            kind: "store" | "warehouse" | "dropshipper";
                            name: string;
                            phone: string;
                            point: {
                                lat: number;
                                lon: number;
                            };
                            /** @description Open minutes from order to ready */
                            preparationMinutes: number;
                            version: number;
                            /** @description IANA time zone */
                            zone: string;
                        };
                    };
                };
            };
        };
        /** Change a location */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address: {
                            city: string;
                            country: string;
                            line1: string;
                            postcode: string;
                        };
                        capabilities: ("pickup" | "reserve" | "ship" | "display" | "return" | "pay")[];
                        code: string;
                        /** @description HH:MM, local */
                        cutOff: string;
                        hours: {
                            fri: [
                                string,
                                string
                            ][];
                            mon: [
                                string,
                                string
                            ][];
                            sat: [
                                string,
                                string
                            ][];
                            sun: [
                                string,
                                string
                            ][];
                            thu: [
                                string,
                                string
                            ][];
                            tue: [
                                string,
                                string
                            ][];
                            wed: [
                                string,
                                string
                            ][];
                        };
                        kind: "store" | "warehouse" | "dropshipper";
                        name: string;
                        phone: string;
                        point: {
                            lat: number;
                            lon: number;
                        };
                        /** @description Open minutes from order to ready */
                        preparationMinutes: number;
                        /** @description The version you read; another one in between is a version_conflict */
                        version: number;
                        /** @description IANA time zone */
                        zone: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: {
                                city: string;
                                country: string;
                                line1: string;
                                postcode: string;
                            };
                            archivedAt: string | null;
                            capabilities: ("pickup" | "reserve" | "ship" | "display" | "return" | "pay")[];
                            code: string;
                            /** @description HH:MM, local */
                            cutOff: string;
                            exceptions: {
                                /** @description YYYY-MM-DD, local */
                                date: string;
                                note?: string;
                                open: [
                                    string,
                                    string
                                ][];
                            }[];
                            hours: {
                                fri: [
                                    string,
                                    string
                                ][];
                                mon: [
                                    string,
                                    string
                                ][];
                                sat: [
                                    string,
                                    string
                                ][];
                                sun: [
                                    string,
                                    string
                                ][];
                                thu: [
                                    string,
                                    string
                                ][];
                                tue: [
                                    string,
                                    string
                                ][];
                                wed: [
                                    string,
                                    string
                                ][];
                            };
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            kind: "store" | "warehouse" | "dropshipper";
                            name: string;
                            phone: string;
                            point: {
                                lat: number;
                                lon: number;
                            };
                            /** @description Open minutes from order to ready */
                            preparationMinutes: number;
                            version: number;
                            /** @description IANA time zone */
                            zone: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/locations/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a location out of use */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        /** @description The version you read; another one in between is a version_conflict */
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: {
                                city: string;
                                country: string;
                                line1: string;
                                postcode: string;
                            };
                            archivedAt: string | null;
                            capabilities: ("pickup" | "reserve" | "ship" | "display" | "return" | "pay")[];
                            code: string;
                            /** @description HH:MM, local */
                            cutOff: string;
                            exceptions: {
                                /** @description YYYY-MM-DD, local */
                                date: string;
                                note?: string;
                                open: [
                                    string,
                                    string
                                ][];
                            }[];
                            hours: {
                                fri: [
                                    string,
                                    string
                                ][];
                                mon: [
                                    string,
                                    string
                                ][];
                                sat: [
                                    string,
                                    string
                                ][];
                                sun: [
                                    string,
                                    string
                                ][];
                                thu: [
                                    string,
                                    string
                                ][];
                                tue: [
                                    string,
                                    string
                                ][];
                                wed: [
                                    string,
                                    string
                                ][];
                            };
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            kind: "store" | "warehouse" | "dropshipper";
                            name: string;
                            phone: string;
                            point: {
                                lat: number;
                                lon: number;
                            };
                            /** @description Open minutes from order to ready */
                            preparationMinutes: number;
                            version: number;
                            /** @description IANA time zone */
                            zone: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/locations/{id}/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace the dates on which the weekly hours do not hold; managers those of their own location */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        exceptions: {
                            /** @description YYYY-MM-DD, local */
                            date: string;
                            note?: string;
                            open: [
                                string,
                                string
                            ][];
                        }[];
                        /** @description The version you read; another one in between is a version_conflict */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: {
                                city: string;
                                country: string;
                                line1: string;
                                postcode: string;
                            };
                            archivedAt: string | null;
                            capabilities: ("pickup" | "reserve" | "ship" | "display" | "return" | "pay")[];
                            code: string;
                            /** @description HH:MM, local */
                            cutOff: string;
                            exceptions: {
                                /** @description YYYY-MM-DD, local */
                                date: string;
                                note?: string;
                                open: [
                                    string,
                                    string
                                ][];
                            }[];
                            hours: {
                                fri: [
                                    string,
                                    string
                                ][];
                                mon: [
                                    string,
                                    string
                                ][];
                                sat: [
                                    string,
                                    string
                                ][];
                                sun: [
                                    string,
                                    string
                                ][];
                                thu: [
                                    string,
                                    string
                                ][];
                                tue: [
                                    string,
                                    string
                                ][];
                                wed: [
                                    string,
                                    string
                                ][];
                            };
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            kind: "store" | "warehouse" | "dropshipper";
                            name: string;
                            phone: string;
                            point: {
                                lat: number;
                                lon: number;
                            };
                            /** @description Open minutes from order to ready */
                            preparationMinutes: number;
                            version: number;
                            /** @description IANA time zone */
                            zone: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/locations/{id}/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace the weekly hours; managers those of their own location */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        hours: {
                            fri: [
                                string,
                                string
                            ][];
                            mon: [
                                string,
                                string
                            ][];
                            sat: [
                                string,
                                string
                            ][];
                            sun: [
                                string,
                                string
                            ][];
                            thu: [
                                string,
                                string
                            ][];
                            tue: [
                                string,
                                string
                            ][];
                            wed: [
                                string,
                                string
                            ][];
                        };
                        /** @description The version you read; another one in between is a version_conflict */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: {
                                city: string;
                                country: string;
                                line1: string;
                                postcode: string;
                            };
                            archivedAt: string | null;
                            capabilities: ("pickup" | "reserve" | "ship" | "display" | "return" | "pay")[];
                            code: string;
                            /** @description HH:MM, local */
                            cutOff: string;
                            exceptions: {
                                /** @description YYYY-MM-DD, local */
                                date: string;
                                note?: string;
                                open: [
                                    string,
                                    string
                                ][];
                            }[];
                            hours: {
                                fri: [
                                    string,
                                    string
                                ][];
                                mon: [
                                    string,
                                    string
                                ][];
                                sat: [
                                    string,
                                    string
                                ][];
                                sun: [
                                    string,
                                    string
                                ][];
                                thu: [
                                    string,
                                    string
                                ][];
                                tue: [
                                    string,
                                    string
                                ][];
                                wed: [
                                    string,
                                    string
                                ][];
                            };
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            kind: "store" | "warehouse" | "dropshipper";
                            name: string;
                            phone: string;
                            point: {
                                lat: number;
                                lon: number;
                            };
                            /** @description Open minutes from order to ready */
                            preparationMinutes: number;
                            version: number;
                            /** @description IANA time zone */
                            zone: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/locations/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an archived location back into use */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        /** @description The version you read; another one in between is a version_conflict */
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: {
                                city: string;
                                country: string;
                                line1: string;
                                postcode: string;
                            };
                            archivedAt: string | null;
                            capabilities: ("pickup" | "reserve" | "ship" | "display" | "return" | "pay")[];
                            code: string;
                            /** @description HH:MM, local */
                            cutOff: string;
                            exceptions: {
                                /** @description YYYY-MM-DD, local */
                                date: string;
                                note?: string;
                                open: [
                                    string,
                                    string
                                ][];
                            }[];
                            hours: {
                                fri: [
                                    string,
                                    string
                                ][];
                                mon: [
                                    string,
                                    string
                                ][];
                                sat: [
                                    string,
                                    string
                                ][];
                                sun: [
                                    string,
                                    string
                                ][];
                                thu: [
                                    string,
                                    string
                                ][];
                                tue: [
                                    string,
                                    string
                                ][];
                                wed: [
                                    string,
                                    string
                                ][];
                            };
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            kind: "store" | "warehouse" | "dropshipper";
                            name: string;
                            phone: string;
                            point: {
                                lat: number;
                                lon: number;
                            };
                            /** @description Open minutes from order to ready */
                            preparationMinutes: number;
                            version: number;
                            /** @description IANA time zone */
                            zone: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/macros": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Words that are written again and again, by what is typed after the slash */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                /** @description Typed after a slash */
                                shortcut: string;
                                /** @description With {fields} that the desk fills in */
                                text: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                title: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                version: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a macro */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Typed after a slash */
                        shortcut: string;
                        /** @description With {fields} that the desk fills in */
                        text: {
                            en: string;
                            pl: string;
                            ru: string;
                        };
                        title: {
                            en: string;
                            pl: string;
                            ru: string;
                        };
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            /** @description Typed after a slash */
                            shortcut: string;
                            /** @description With {fields} that the desk fills in */
                            text: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            title: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/macros/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a macro */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Typed after a slash */
                        shortcut: string;
                        /** @description With {fields} that the desk fills in */
                        text: {
                            en: string;
                            pl: string;
                            ru: string;
                        };
                        title: {
                            en: string;
                            pl: string;
                            ru: string;
                        };
                        version: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            /** @description Typed after a slash */
                            shortcut: string;
                            /** @description With {fields} that the desk fills in */
                            text: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            title: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        /** Remove a macro */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/mail/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a mail once more, to the same address */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            mailId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/mail/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a failed mail again */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            mailId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/mail/failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mails that were given up or could not be written */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                attempts: number;
                                failedAt: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                language: "en" | "pl" | "ru";
                                lastError: string | null;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                queuedAt: string;
                                sentAt: string | null;
                                state: "queued" | "sending" | "sent" | "failed";
                                subject: string | null;
                                template: string;
                                threadId: string | null;
                                to: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am here: role, locations, language */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            email: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            language: "en" | "pl" | "ru";
                            locationIds: "all" | string[];
                            name: string;
                            role: "agent" | "associate" | "manager" | "admin";
                            version: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/me/language": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose the language of my screens */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        language: "en" | "pl" | "ru";
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            email: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            language: "en" | "pl" | "ru";
                            locationIds: "all" | string[];
                            name: string;
                            role: "agent" | "associate" | "manager" | "admin";
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/me/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set my PIN for switching on a store’s device; only when signed in by password */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        pin: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All members of staff, past ones too */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                active: boolean;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                email: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                language: "en" | "pl" | "ru";
                                locationIds: "all" | string[];
                                name: string;
                                role: "agent" | "associate" | "manager" | "admin";
                                version: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a member of staff */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email: string;
                        language?: "en" | "pl" | "ru";
                        locationIds: "all" | string[];
                        name: string;
                        password: string;
                        role: "agent" | "associate" | "manager" | "admin";
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            email: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            language: "en" | "pl" | "ru";
                            locationIds: "all" | string[];
                            name: string;
                            role: "agent" | "associate" | "manager" | "admin";
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change role, locations or name; not active = no longer works here, all sessions end */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        active?: boolean;
                        locationIds?: "all" | string[];
                        name?: string;
                        role?: "agent" | "associate" | "manager" | "admin";
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            email: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            language: "en" | "pl" | "ru";
                            locationIds: "all" | string[];
                            name: string;
                            role: "agent" | "associate" | "manager" | "admin";
                            version: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/staff/members/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password; all sessions of this member end */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/office/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogue with completeness, price and stock beside each product */
        get: {
            parameters: {
                query?: {
                    archived?: boolean;
                    /** @description UUIDv7 */
                    categoryId?: string;
                    cursor?: string;
                    limit?: number;
                    missing?: "any" | ("description_en" | "description_pl" | "description_ru" | "picture" | "picture_text" | "maker" | "gtin" | "measures");
                    /** @description Part of a code, SKU, GTIN or title */
                    q?: string;
                    sort?: "code" | "title" | "-updated" | "completeness";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                archived: boolean;
                                brand: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                categoryId: string;
                                code: string;
                                /** @description Whole percent */
                                completeness: number;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                missing: ("description_en" | "description_pl" | "description_ru" | "picture" | "picture_text" | "maker" | "gtin" | "measures")[];
                                pictureUrl: string | null;
                                price: {
                                    from: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description Variants without a price: they cannot be bought */
                                    missing: number;
                                    /** @description Variants that carry a reduction badge now */
                                    reduced: number;
                                    to: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                } | null;
                                slug: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                stock: {
                                    /** @description In all locations, held goods and reserves left out */
                                    free: number;
                                    incoming: number;
                                    onHand: number;
                                    reserved: number;
                                    /** @description Somewhere more is promised than there is */
                                    short: boolean;
                                };
                                title: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                updatedAt: string;
                                variantIds: string[];
                                version: number;
                            }[];
                            nextCursor: string | null;
                            total: number | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/office/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stock as a table: variants down, locations across */
        get: {
            parameters: {
                query?: {
                    /** @description UUIDv7 */
                    categoryId?: string;
                    cursor?: string;
                    limit?: number;
                    /** @description The state is looked for there; the row shows all locations */
                    locationId?: string;
                    /** @description UUIDv7 */
                    productId?: string;
                    /** @description Part of a code, SKU, GTIN or title */
                    q?: string;
                    state?: "short" | "empty" | "held" | "incoming";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            asOf: string;
                            items: {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                levels: {
                                    display: number;
                                    /** @description On hand less reserved less safety; below 0 where more is promised than there is */
                                    free: number;
                                    incoming: number;
                                    incomingAt: string | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    locationId: string;
                                    onHand: number;
                                    reserved: number;
                                    safety: number;
                                }[];
                                optionsText: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                pictureUrl: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                productId: string;
                                sku: string;
                                title: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                            }[];
                            locations: {
                                code: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                kind: string;
                                name: string;
                            }[];
                            nextCursor: string | null;
                            total: number | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders, newest first; associates and managers see those of their locations */
        get: {
            parameters: {
                query?: {
                    channel?: ("web" | "mobile_app" | "store" | "contact_centre" | "chat" | "email" | "whatsapp" | "messenger" | "telegram" | "sms" | "phone" | "marketplace" | "social" | "ads" | "agent")[];
                    cursor?: string;
                    /** @description RFC 3339, UTC */
                    from?: string;
                    limit?: number;
                    /** @description UUIDv7 */
                    locationId?: string;
                    number?: string;
                    /** @description Part of a number, or of the name, e-mail or phone of the order */
                    q?: string;
                    state?: ("placed" | "paid" | "partly_fulfilled" | "completed" | "cancelled")[];
                    /** @description RFC 3339, UTC */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @enum {unknown} */
                                channel: "web" | "mobile_app" | "store" | "contact_centre" | "chat" | "email" | "whatsapp" | "messenger" | "telegram" | "sms" | "phone" | "marketplace" | "social" | "ads" | "agent";
                                contactName: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                lines: {
                                    quantity: number;
                                    variantId: string | null;
                                    way: {
                                        /** @enum {string} */
                                        method: "delivery";
                                    } | {
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        locationId: string;
                                        /** @enum {string} */
                                        method: "pickup";
                                    } | {
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        locationId: string;
                                        /** @enum {string} */
                                        method: "in_store";
                                    };
                                }[];
                                market: string;
                                number: string;
                                paidAt: string | null;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                placedAt: string;
                                /** @enum {unknown} */
                                state: "placed" | "paid" | "partly_fulfilled" | "completed" | "cancelled";
                                subjectId: string | null;
                                total: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                version: number;
                            }[];
                            nextCursor: string | null;
                            total: number | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An order with its credits */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            cartId: string | null;
                            /** @enum {unknown} */
                            channel: "web" | "mobile_app" | "store" | "contact_centre" | "chat" | "email" | "whatsapp" | "messenger" | "telegram" | "sms" | "phone" | "marketplace" | "social" | "ads" | "agent";
                            completedAt: string | null;
                            contact: {
                                /** Format: email */
                                email?: string;
                                name?: string;
                                phone?: string;
                            };
                            contractMadeAt: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                at: string;
                                locationId: string | null;
                                place: "distance" | "on_premises";
                            };
                            couponCode: string | null;
                            currency: string;
                            deliveryAddress: {
                                city: string;
                                country: string;
                                line1: string;
                                line2?: string;
                                name?: string;
                                note?: string;
                                postcode: string;
                            } | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            language: "en" | "pl" | "ru";
                            lines: {
                                cartLineId: string | null;
                                credits: {
                                    advisedBy: string | null;
                                    fulfilledBy: string | null;
                                    handedOverBy: string | null;
                                    heldBy: string | null;
                                };
                                discount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                gross: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                kind: "goods" | "delivery";
                                net: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                quantity: number;
                                reservationId: string | null;
                                snapshot: {
                                    options?: {
                                        en: string;
                                        pl: string;
                                        ru: string;
                                    };
                                    sku?: string;
                                    title?: {
                                        en: string;
                                        pl: string;
                                        ru: string;
                                    };
                                };
                                /** @enum {unknown} */
                                state: "open" | "fulfilled" | "cancelled";
                                tax: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                taxRateBp: number;
                                unit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                variantId: string | null;
                                way: {
                                    /** @enum {string} */
                                    method: "delivery";
                                } | {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    locationId: string;
                                    /** @enum {string} */
                                    method: "pickup";
                                } | {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    locationId: string;
                                    /** @enum {string} */
                                    method: "in_store";
                                };
                            }[];
                            market: string;
                            number: string;
                            paidAt: string | null;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            placedAt: string;
                            /** @enum {unknown} */
                            state: "placed" | "paid" | "partly_fulfilled" | "completed" | "cancelled";
                            subjectId: string | null;
                            totals: {
                                discount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                gross: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                net: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                tax: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                            };
                            version: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/orders/{id}/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An order with its goods, work, money and mails in the order of time */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            customerId: string | null;
                            goods: {
                                optionsText: string;
                                pictureUrl: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                productId: string;
                                sku: string;
                                title: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            }[];
                            locations: {
                                code: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                name: string;
                                zone: string;
                            }[];
                            next: {
                                /** @description await_payment, pick, await_collection, ship, decide */
                                act: string;
                                by: string | null;
                                code: string | null;
                                locationId: string | null;
                            } | null;
                            order: {
                                cancelledAt: string | null;
                                cancelReason: string | null;
                                cartId: string | null;
                                /** @enum {unknown} */
                                channel: "web" | "mobile_app" | "store" | "contact_centre" | "chat" | "email" | "whatsapp" | "messenger" | "telegram" | "sms" | "phone" | "marketplace" | "social" | "ads" | "agent";
                                completedAt: string | null;
                                contact: {
                                    /** Format: email */
                                    email?: string;
                                    name?: string;
                                    phone?: string;
                                };
                                contractMadeAt: {
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    at: string;
                                    locationId: string | null;
                                    place: "distance" | "on_premises";
                                };
                                couponCode: string | null;
                                currency: string;
                                deliveryAddress: {
                                    city: string;
                                    country: string;
                                    line1: string;
                                    line2?: string;
                                    name?: string;
                                    note?: string;
                                    postcode: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                language: "en" | "pl" | "ru";
                                lines: {
                                    cartLineId: string | null;
                                    credits: {
                                        advisedBy: string | null;
                                        fulfilledBy: string | null;
                                        handedOverBy: string | null;
                                        heldBy: string | null;
                                    };
                                    discount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    kind: "goods" | "delivery";
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    quantity: number;
                                    reservationId: string | null;
                                    snapshot: {
                                        options?: {
                                            en: string;
                                            pl: string;
                                            ru: string;
                                        };
                                        sku?: string;
                                        title?: {
                                            en: string;
                                            pl: string;
                                            ru: string;
                                        };
                                    };
                                    /** @enum {unknown} */
                                    state: "open" | "fulfilled" | "cancelled";
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    taxRateBp: number;
                                    unit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    variantId: string | null;
                                    way: {
                                        /** @enum {string} */
                                        method: "delivery";
                                    } | {
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        locationId: string;
                                        /** @enum {string} */
                                        method: "pickup";
                                    } | {
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        locationId: string;
                                        /** @enum {string} */
                                        method: "in_store";
                                    };
                                }[];
                                market: string;
                                number: string;
                                paidAt: string | null;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                placedAt: string;
                                /** @enum {unknown} */
                                state: "placed" | "paid" | "partly_fulfilled" | "completed" | "cancelled";
                                subjectId: string | null;
                                totals: {
                                    discount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    gross: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    net: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    tax: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                };
                                version: number;
                            };
                            payments: {
                                amount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                captured: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                declineReason: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                method: string;
                                provider: string;
                                refunded: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                state: string;
                            }[];
                            people: {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                name: string;
                            }[];
                            timeline: {
                                about: string;
                                actor: string | null;
                                actorName: string | null;
                                amount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                at: string;
                                locationId: string | null;
                                outcome: string | null;
                                text: string | null;
                                what: string;
                            }[];
                            work: {
                                code: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                /** @description pickup, ship, hold, handover */
                                kind: string;
                                lines: {
                                    quantity: number;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    variantId: string;
                                }[];
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                locationId: string;
                                place: string | null;
                                promisedAt: string | null;
                                state: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/orders/{id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give money back by hand, to the means it was paid with, the last payment first */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key": string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        amount: {
                            /** @description Integer minor units */
                            amount: number;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                        paymentIds?: string[];
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            refunds: {
                                amount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                method: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                paymentId: string;
                                /** @description done; pending: the provider has not answered; failed: it refused */
                                state: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/orders/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring in orders of another system, each once; history touches no stock, live orders take theirs */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        orders: {
                            channel: "web" | "mobile_app" | "store" | "contact_centre" | "chat" | "email" | "whatsapp" | "messenger" | "telegram" | "sms" | "phone" | "marketplace" | "social" | "ads" | "agent";
                            contact: {
                                /** Format: email */
                                email?: string;
                                name?: string;
                                phone?: string;
                            };
                            deliveryAddress?: {
                                city: string;
                                country: string;
                                line1: string;
                                line2?: string;
                                name?: string;
                                note?: string;
                                postcode: string;
                            };
                            externalId: string;
                            lines: {
                                /** @description Gross, minor units */
                                discount?: number;
                                quantity: number;
                                sku: string;
                                /** @description 2300 is 23 % */
                                taxRateBp: number;
                                /** @description Gross, minor units */
                                unit: number;
                            }[];
                            mode: "history" | "live";
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            placedAt: string;
                        }[];
                        /** @description The other system, always the same */
                        source: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                code: string | null;
                                detail: string | null;
                                externalId: string;
                                number: string | null;
                                orderId: string | null;
                                /** @description created, known, refused */
                                result: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/payments/late": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Money that came when the goods were gone, newest first, and how its way back stands */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                amount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                at: string;
                                method: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                orderId: string;
                                orderNumber: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                paymentId: string;
                                provider: string;
                                refund: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/payments/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imported lines, newest first; with `open` those that wait for a person */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    open?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                amount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                bookedOn: string;
                                decidedAt: string | null;
                                externalId: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                importedAt: string;
                                orderId: string | null;
                                payer: string | null;
                                reason: string | null;
                                /** @description new, matched, less, more, unknown, not_awaited, late; decided by a person: accepted, sent_back */
                                state: string;
                                title: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Import lines of a bank statement; what is exactly what an order waits for pays it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lines: {
                            amount: {
                                /** @description Integer minor units */
                                amount: number;
                                /** @description ISO 4217 */
                                currency: string;
                            };
                            /** Format: date */
                            bookedOn: string;
                            /** @description The bank’s own id of the line */
                            externalId: string;
                            payer?: string;
                            title: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                amount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                bookedOn: string;
                                decidedAt: string | null;
                                externalId: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                importedAt: string;
                                orderId: string | null;
                                payer: string | null;
                                reason: string | null;
                                /** @description new, matched, less, more, unknown, not_awaited, late; decided by a person: accepted, sent_back */
                                state: string;
                                title: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/payments/transfers/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide about money that fitted nothing: it pays an order, or was sent back */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        decision: "accept" | "sent_back";
                        orderNumber?: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            amount: {
                                /** @description Integer minor units */
                                amount: number;
                                /** @description ISO 4217 */
                                currency: string;
                            };
                            bookedOn: string;
                            decidedAt: string | null;
                            externalId: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            importedAt: string;
                            orderId: string | null;
                            payer: string | null;
                            reason: string | null;
                            /** @description new, matched, less, more, unknown, not_awaited, late; decided by a person: accepted, sent_back */
                            state: string;
                            title: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set regular prices from now on, up to 500 variants at once */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        market: string;
                        prices: {
                            gross: {
                                /** @description Integer minor units */
                                amount: number;
                                /** @description ISO 4217 */
                                currency: string;
                            };
                            taxClass?: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            variantId: string;
                        }[];
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changed: {
                                from: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                to: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            }[];
                            unchanged: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/prices/{variantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All a variant ever cost, the 30-day low of a reduction that begins on a date, and the badge a price would get */
        get: {
            parameters: {
                query?: {
                    market?: string;
                    /** @description The day a reduction would begin; today when left out */
                    on?: string;
                    /** @description A price in minor units to try */
                    proposed?: number;
                };
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    variantId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            applied: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                from: string;
                                promotionId: string | null;
                                to: string | null;
                                unit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                            }[];
                            history: {
                                actor: string;
                                gross: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                reason: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                validFrom: string;
                                validTo: string | null;
                            }[];
                            market: string;
                            promotions: {
                                basisPoints: number;
                                endsAt: string | null;
                                name: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                needsCode: boolean;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                promotionId: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                startsAt: string;
                            }[];
                            quote: {
                                /** @description Regular price; strike it through only where reduction stands */
                                list: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                market: string;
                                reduction: {
                                    lowest30: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    name: {
                                        en: string;
                                        pl: string;
                                        ru: string;
                                    };
                                    /** @description Whole percent, rounded down */
                                    percentOff: number;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    promotionId: string;
                                } | null;
                                taxClass: string;
                                /** @description Basis points: 2300 = 23 % */
                                taxRateBp: number;
                                /** @description What a piece costs now, gross */
                                unit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                validFrom: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            } | null;
                            reduction: {
                                badge: {
                                    percentOff: number | null;
                                    shown: boolean;
                                    why: "below_prior" | "not_below_prior" | "no_prior_price";
                                } | null;
                                /** @description YYYY-MM-DD in the retailer’s zone */
                                date: string;
                                lowest30: {
                                    amount: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    /** @description YYYY-MM-DD in the retailer’s zone */
                                    on: string;
                                    window: {
                                        /** @description YYYY-MM-DD in the retailer’s zone */
                                        from: string;
                                        /** @description YYYY-MM-DD in the retailer’s zone */
                                        to: string;
                                    };
                                } | null;
                            };
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            variantId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogue by code, archived products too */
        get: {
            parameters: {
                query?: {
                    archived?: boolean;
                    /** @description UUIDv7 */
                    categoryId?: string;
                    cursor?: string;
                    limit?: number;
                    /** @description Part of a code, SKU, GTIN or title */
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                archived: boolean;
                                brand: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                categoryId: string;
                                code: string;
                                /** @description Whole percent */
                                completeness: number;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                /** @description What is still to be filled in */
                                missing: ("description_en" | "description_pl" | "description_ru" | "picture" | "picture_text" | "maker" | "gtin" | "measures")[];
                                pictureUrl: string | null;
                                slug: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                title: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                updatedAt: string;
                                variantCount: number;
                                /** @description On sale, in their order */
                                variantIds: string[];
                                version: number;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/products/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Creates or replaces a product; variants and pictures that are not named stay */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        archived?: boolean;
                        attributes?: {
                            [key: string]: string | number | boolean | string[];
                        };
                        brand?: string | null;
                        care?: {
                            en: string;
                            pl: string;
                            ru: string;
                        } | null;
                        categoryCode: string;
                        description: {
                            en: string;
                            pl: string;
                            ru: string;
                        };
                        maker?: {
                            address: {
                                city: string;
                                country: string;
                                line1: string;
                                postcode: string;
                            };
                            /** Format: email */
                            email: string;
                            euResponsible?: {
                                address: {
                                    city: string;
                                    country: string;
                                    line1: string;
                                    postcode: string;
                                };
                                /** Format: email */
                                email: string;
                                name: string;
                            };
                            name: string;
                            /** Format: uri */
                            website?: string;
                        } | null;
                        /** @description Lengths in centimetres, weights in kilograms */
                        measures?: {
                            [key: string]: number | {
                                [key: string]: number;
                            };
                        };
                        options?: {
                            code: string;
                            label: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            values: {
                                code: string;
                                hex?: string;
                                label: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                            }[];
                        }[];
                        pictures?: {
                            alt: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            /** @description SVG as text, other types in base64 */
                            content: string;
                            contentType: "image/svg+xml" | "image/png" | "image/jpeg" | "image/webp";
                            kind: "picture" | "dimensions";
                        }[];
                        position?: number;
                        slug?: {
                            en: string;
                            pl: string;
                            ru: string;
                        };
                        taxClass: string;
                        title: {
                            en: string;
                            pl: string;
                            ru: string;
                        };
                        /** @description Variants that are not named stay as they are */
                        variants: {
                            archived?: boolean;
                            attributes?: {
                                [key: string]: string | number | boolean | string[];
                            };
                            gtin?: string | null;
                            /** @description Lengths in centimetres, weights in kilograms */
                            measures?: {
                                [key: string]: number | {
                                    [key: string]: number;
                                };
                            };
                            options?: {
                                [key: string]: string;
                            };
                            pictures?: {
                                alt: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                /** @description SVG as text, other types in base64 */
                                content: string;
                                contentType: "image/svg+xml" | "image/png" | "image/jpeg" | "image/webp";
                                kind: "picture" | "dimensions";
                            }[];
                            sku: string;
                        }[];
                        /** @description As read; absent or 0 for a new product */
                        version?: number;
                        warnings?: {
                            en: string;
                            pl: string;
                            ru: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            created: boolean;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            variants: {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                sku: string;
                            }[];
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Takes a product or single variants off sale, or puts them back */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        archived?: boolean;
                        variants?: {
                            archived: boolean;
                            sku: string;
                        }[];
                        version: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            archived: boolean;
                            code: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/staff/products/{code}/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Orders and words the pictures of a product; those not named are taken off */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        pictures: {
                            alt: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                        }[];
                        version: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                        };
                    };
                };
            };
        };
        /** Adds a picture to a product or one of its variants */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        alt: {
                            en: string;
                            pl: string;
                            ru: string;
                        };
                        /** @description SVG as text, other types in base64 */
                        content: string;
                        contentType: "image/svg+xml" | "image/png" | "image/jpeg" | "image/webp";
                        kind: "picture" | "dimensions";
                        sku?: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alt: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            contentType: "image/svg+xml" | "image/png" | "image/jpeg" | "image/webp";
                            height: number | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            kind: "picture" | "dimensions";
                            url: string;
                            variantId: string | null;
                            width: number | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A whole product, archived variants too */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            archived: boolean;
                            attributes: {
                                [key: string]: string | number | boolean | string[];
                            };
                            brand: string | null;
                            care: {
                                en: string;
                                pl: string;
                                ru: string;
                            } | null;
                            categories: {
                                code: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                name: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                slug: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                            }[];
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            categoryId: string;
                            code: string;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            description: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            facts: {
                                code: string;
                                label: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                text: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                } | null;
                                unit: string | null;
                                value: string | number | boolean | string[];
                            }[];
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            maker: {
                                address: {
                                    city: string;
                                    country: string;
                                    line1: string;
                                    postcode: string;
                                };
                                /** Format: email */
                                email: string;
                                euResponsible?: {
                                    address: {
                                        city: string;
                                        country: string;
                                        line1: string;
                                        postcode: string;
                                    };
                                    /** Format: email */
                                    email: string;
                                    name: string;
                                };
                                name: string;
                                /** Format: uri */
                                website?: string;
                            } | null;
                            /** @description Lengths in centimetres, weights in kilograms */
                            measures: {
                                [key: string]: number | {
                                    [key: string]: number;
                                };
                            };
                            options: {
                                code: string;
                                label: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                values: {
                                    code: string;
                                    hex?: string;
                                    label: {
                                        en: string;
                                        pl: string;
                                        ru: string;
                                    };
                                }[];
                            }[];
                            pictures: {
                                alt: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                contentType: "image/svg+xml" | "image/png" | "image/jpeg" | "image/webp";
                                height: number | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                kind: "picture" | "dimensions";
                                url: string;
                                variantId: string | null;
                                width: number | null;
                            }[];
                            position: number;
                            slugs: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            taxClass: string;
                            title: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            updatedAt: string;
                            variants: {
                                archived: boolean;
                                attributes: {
                                    [key: string]: string | number | boolean | string[];
                                };
                                brand: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                categoryId: string;
                                gtin: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                /** @description Lengths in centimetres, weights in kilograms */
                                measures: {
                                    [key: string]: number | {
                                        [key: string]: number;
                                    };
                                };
                                options: {
                                    code: string;
                                    hex: string | null;
                                    label: {
                                        en: string;
                                        pl: string;
                                        ru: string;
                                    };
                                    valueCode: string;
                                    valueLabel: {
                                        en: string;
                                        pl: string;
                                        ru: string;
                                    };
                                }[];
                                optionsText: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                pictureUrl: string | null;
                                productCode: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                productId: string;
                                sku: string;
                                slug: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                taxClass: string;
                                title: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                            }[];
                            version: number;
                            warnings: {
                                en: string;
                                pl: string;
                                ru: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/promotions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Promotions, the latest start first; archived ones only when asked for */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    market?: string;
                    state?: "scheduled" | "active" | "ended" | "archived";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                archivedAt: string | null;
                                /** @description 2000 = 20 % */
                                basisPoints: number;
                                code: string | null;
                                endsAt: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                market: string;
                                name: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                startsAt: string;
                                state: "scheduled" | "active" | "ended" | "archived";
                                variantCount: number | null;
                                version: number;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a promotion; what it gives and for what never changes afterwards */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        basisPoints: number;
                        code?: string | null;
                        endsAt?: string | null;
                        market: string;
                        name: {
                            en: string;
                            pl: string;
                            ru: string;
                        };
                        /**
                         * Format: date-time
                         * @description Now when left out; never in the past
                         */
                        startsAt?: string;
                        variantIds: "all" | string[];
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            archivedAt: string | null;
                            /** @description 2000 = 20 % */
                            basisPoints: number;
                            code: string | null;
                            endsAt: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            market: string;
                            name: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            startsAt: string;
                            state: "scheduled" | "active" | "ended" | "archived";
                            variantIds: "all" | string[];
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/promotions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A promotion with its variants */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            archivedAt: string | null;
                            /** @description 2000 = 20 % */
                            basisPoints: number;
                            code: string | null;
                            endsAt: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            market: string;
                            name: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            startsAt: string;
                            state: "scheduled" | "active" | "ended" | "archived";
                            variantIds: "all" | string[];
                            version: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** End a promotion now, or move its end */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description now, an instant in the future, or null = until further notice */
                        endsAt: "now" | string | null;
                        /** @description The version you read; another one in between is a version_conflict */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            archivedAt: string | null;
                            /** @description 2000 = 20 % */
                            basisPoints: number;
                            code: string | null;
                            endsAt: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            market: string;
                            name: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            startsAt: string;
                            state: "scheduled" | "active" | "ended" | "archived";
                            variantIds: "all" | string[];
                            version: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/staff/promotions/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a promotion out of lists, ending it if it is in force */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The version you read; another one in between is a version_conflict */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            archivedAt: string | null;
                            /** @description 2000 = 20 % */
                            basisPoints: number;
                            code: string | null;
                            endsAt: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            market: string;
                            name: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            startsAt: string;
                            state: "scheduled" | "active" | "ended" | "archived";
                            variantIds: "all" | string[];
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A sale at the counter, of goods scanned here or of a cart handed over by its code */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        couponCode?: string;
                        /**
                         * Format: uuid
                         * @description UUIDv7
                         */
                        customerId?: string;
                        goods: {
                            lines: {
                                discount?: {
                                    discount: {
                                        newUnit: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                    } | {
                                        basisPoints: number;
                                    };
                                    reason: string;
                                };
                                quantity: number;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            }[];
                        } | {
                            code: string;
                            discounts?: {
                                discount: {
                                    discount: {
                                        newUnit: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                    } | {
                                        basisPoints: number;
                                    };
                                    reason: string;
                                };
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            }[];
                        };
                        /**
                         * Format: uuid
                         * @description UUIDv7
                         */
                        locationId: string;
                        payment: {
                            amount: {
                                /** @description Integer minor units */
                                amount: number;
                                /** @description ISO 4217 */
                                currency: string;
                            };
                            method: "cash" | "card_terminal";
                            terminalRef?: string;
                        };
                        /**
                         * Format: email
                         * @description Where the receipt goes
                         */
                        receiptTo?: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            cartId: string | null;
                            /** @enum {unknown} */
                            channel: "web" | "mobile_app" | "store" | "contact_centre" | "chat" | "email" | "whatsapp" | "messenger" | "telegram" | "sms" | "phone" | "marketplace" | "social" | "ads" | "agent";
                            completedAt: string | null;
                            contact: {
                                /** Format: email */
                                email?: string;
                                name?: string;
                                phone?: string;
                            };
                            contractMadeAt: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                at: string;
                                locationId: string | null;
                                place: "distance" | "on_premises";
                            };
                            couponCode: string | null;
                            currency: string;
                            deliveryAddress: {
                                city: string;
                                country: string;
                                line1: string;
                                line2?: string;
                                name?: string;
                                note?: string;
                                postcode: string;
                            } | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            language: "en" | "pl" | "ru";
                            lines: {
                                cartLineId: string | null;
                                credits: {
                                    advisedBy: string | null;
                                    fulfilledBy: string | null;
                                    handedOverBy: string | null;
                                    heldBy: string | null;
                                };
                                discount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                gross: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                kind: "goods" | "delivery";
                                net: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                quantity: number;
                                reservationId: string | null;
                                snapshot: {
                                    options?: {
                                        en: string;
                                        pl: string;
                                        ru: string;
                                    };
                                    sku?: string;
                                    title?: {
                                        en: string;
                                        pl: string;
                                        ru: string;
                                    };
                                };
                                /** @enum {unknown} */
                                state: "open" | "fulfilled" | "cancelled";
                                tax: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                taxRateBp: number;
                                unit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                variantId: string | null;
                                way: {
                                    /** @enum {string} */
                                    method: "delivery";
                                } | {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    locationId: string;
                                    /** @enum {string} */
                                    method: "pickup";
                                } | {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    locationId: string;
                                    /** @enum {string} */
                                    method: "in_store";
                                };
                            }[];
                            market: string;
                            number: string;
                            paidAt: string | null;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            placedAt: string;
                            /** @enum {unknown} */
                            state: "placed" | "paid" | "partly_fulfilled" | "completed" | "cancelled";
                            subjectId: string | null;
                            totals: {
                                discount: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                gross: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                net: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                tax: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                            };
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Goods beside the conversation, with price and stock per store */
        get: {
            parameters: {
                query: {
                    limit?: number;
                    /** @description A town, or "lat,lon" */
                    near?: string;
                    query: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            correctedQuery: string | null;
                            droppedWords: string[];
                            items: {
                                optionsText: string;
                                pictureUrl: string | null;
                                price: {
                                    reduction: {
                                        lowest30Days: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        percentOff: number;
                                        promotion: string | null;
                                    } | null;
                                    /** @description Basis points: 2300 is 23 % */
                                    taxRateBp: number;
                                    unit: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                productId: string;
                                siblings: {
                                    delivery: string | null;
                                    hex: string | null;
                                    /** @description Stores that have it now */
                                    inStores: number;
                                    optionsText: string;
                                    sku: string;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    variantId: string;
                                }[];
                                sku: string;
                                slug: string;
                                title: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                                ways: {
                                    /**
                                     * Format: date-time
                                     * @description RFC 3339, UTC
                                     */
                                    asOf: string;
                                    delivery: {
                                        /** Format: date */
                                        earliest: string;
                                        freeFrom: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        } | null;
                                        /** Format: date */
                                        latest: string;
                                        rate: {
                                            /** @description Integer minor units */
                                            amount: number;
                                            /** @description ISO 4217 */
                                            currency: string;
                                        };
                                        word: string;
                                    } | null;
                                    places: {
                                        arrivesAt: string | null;
                                        available: number;
                                        city: string;
                                        closesAt: string | null;
                                        code: string;
                                        distanceKm: number | null;
                                        /**
                                         * Format: uuid
                                         * @description UUIDv7
                                         */
                                        locationId: string;
                                        mayReserve: boolean;
                                        name: string;
                                        readyAt: string | null;
                                        /** @description in_stock (3 or more), few_left, on_display, arriving, out_of_stock */
                                        word: string;
                                    }[];
                                };
                            }[];
                            total: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/settings/delivery-zones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A market’s delivery zones and rates */
        get: {
            parameters: {
                query?: {
                    market?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description The version you read; another one in between is a version_conflict */
                            version: number;
                            zones: {
                                daysMax: number;
                                daysMin: number;
                                freeFrom: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                market: string;
                                name: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                /** @description [] = the whole country */
                                postcodePrefixes: string[];
                                rate: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                            }[];
                        };
                    };
                };
            };
        };
        /** Replace a market’s delivery zones */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        market: string;
                        /** @description The version you read; another one in between is a version_conflict */
                        version: number;
                        zones: {
                            daysMax: number;
                            daysMin: number;
                            freeFrom: {
                                /** @description Integer minor units */
                                amount: number;
                                /** @description ISO 4217 */
                                currency: string;
                            } | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id?: string;
                            name: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            /** @description [] = the whole country */
                            postcodePrefixes: string[];
                            rate: {
                                /** @description Integer minor units */
                                amount: number;
                                /** @description ISO 4217 */
                                currency: string;
                            };
                        }[];
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description The version you read; another one in between is a version_conflict */
                            version: number;
                            zones: {
                                daysMax: number;
                                daysMin: number;
                                freeFrom: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                market: string;
                                name: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                /** @description [] = the whole country */
                                postcodePrefixes: string[];
                                rate: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/settings/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each role may discount and hold */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            discount: {
                                /** @description 1 % = 100 */
                                admin: number;
                                /** @description 1 % = 100 */
                                agent: number;
                                /** @description 1 % = 100 */
                                associate: number;
                                /** @description 1 % = 100 */
                                manager: number;
                            };
                            hold: {
                                agent_hold: {
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    admin: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    agent: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    associate: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    manager: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    shopper: number;
                                };
                                checkout: {
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    admin: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    agent: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    associate: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    manager: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    shopper: number;
                                };
                                pickup: {
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    admin: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    agent: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    associate: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    manager: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    shopper: number;
                                };
                                reserve_and_try: {
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    admin: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    agent: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    associate: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    manager: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    shopper: number;
                                };
                            };
                            idAbove: number | null;
                            /** @description The version you read; another one in between is a version_conflict */
                            version: number;
                        };
                    };
                };
            };
        };
        /** Change limits; those left out stay */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        discount?: {
                            /** @description 1 % = 100 */
                            admin?: number;
                            /** @description 1 % = 100 */
                            agent?: number;
                            /** @description 1 % = 100 */
                            associate?: number;
                            /** @description 1 % = 100 */
                            manager?: number;
                        };
                        hold?: {
                            agent_hold?: {
                                /** @description Opening days; 0 = until closing time of the same day */
                                admin?: number;
                                /** @description Opening days; 0 = until closing time of the same day */
                                agent?: number;
                                /** @description Opening days; 0 = until closing time of the same day */
                                associate?: number;
                                /** @description Opening days; 0 = until closing time of the same day */
                                manager?: number;
                                /** @description Opening days; 0 = until closing time of the same day */
                                shopper?: number;
                            };
                            checkout?: {
                                /** @description Opening days; 0 = until closing time of the same day */
                                admin?: number;
                                /** @description Opening days; 0 = until closing time of the same day */
                                agent?: number;
                                /** @description Opening days; 0 = until closing time of the same day */
                                associate?: number;
                                /** @description Opening days; 0 = until closing time of the same day */
                                manager?: number;
                                /** @description Opening days; 0 = until closing time of the same day */
                                shopper?: number;
                            };
                            pickup?: {
                                /** @description Opening days; 0 = until closing time of the same day */
                                admin?: number;
                                /** @description Opening days; 0 = until closing time of the same day */
                                agent?: number;
                                /** @description Opening days; 0 = until closing time of the same day */
                                associate?: number;
                                /** @description Opening days; 0 = until closing time of the same day */
                                manager?: number;
                                /** @description Opening days; 0 = until closing time of the same day */
                                shopper?: number;
                            };
                            reserve_and_try?: {
                                /** @description Opening days; 0 = until closing time of the same day */
                                admin?: number;
                                /** @description Opening days; 0 = until closing time of the same day */
                                agent?: number;
                                /** @description Opening days; 0 = until closing time of the same day */
                                associate?: number;
                                /** @description Opening days; 0 = until closing time of the same day */
                                manager?: number;
                                /** @description Opening days; 0 = until closing time of the same day */
                                shopper?: number;
                            };
                        };
                        idAbove?: number | null;
                        /** @description The version you read; another one in between is a version_conflict */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            discount: {
                                /** @description 1 % = 100 */
                                admin: number;
                                /** @description 1 % = 100 */
                                agent: number;
                                /** @description 1 % = 100 */
                                associate: number;
                                /** @description 1 % = 100 */
                                manager: number;
                            };
                            hold: {
                                agent_hold: {
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    admin: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    agent: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    associate: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    manager: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    shopper: number;
                                };
                                checkout: {
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    admin: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    agent: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    associate: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    manager: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    shopper: number;
                                };
                                pickup: {
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    admin: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    agent: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    associate: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    manager: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    shopper: number;
                                };
                                reserve_and_try: {
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    admin: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    agent: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    associate: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    manager: number;
                                    /** @description Opening days; 0 = until closing time of the same day */
                                    shopper: number;
                                };
                            };
                            idAbove: number | null;
                            /** @description The version you read; another one in between is a version_conflict */
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/settings/markets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All markets */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                active: boolean;
                                code: string;
                                country: string;
                                currency: string;
                                languages: ("en" | "pl" | "ru")[];
                                /** @description The version you read; another one in between is a version_conflict */
                                version: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/settings/markets/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One market */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            code: string;
                            country: string;
                            currency: string;
                            languages: ("en" | "pl" | "ru")[];
                            /** @description The version you read; another one in between is a version_conflict */
                            version: number;
                        };
                    };
                };
            };
        };
        /** Create or change a market; country and currency stay what they are */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        active: boolean;
                        country: string;
                        currency: string;
                        languages: ("en" | "pl" | "ru")[];
                        /** @description The version you read; another one in between is a version_conflict */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            code: string;
                            country: string;
                            currency: string;
                            languages: ("en" | "pl" | "ru")[];
                            /** @description The version you read; another one in between is a version_conflict */
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/settings/policies/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A policy’s text in every language */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    kind: "delivery" | "returns" | "privacy" | "terms" | "contact";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            kind: "delivery" | "returns" | "privacy" | "terms" | "contact";
                            text: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            /** @description The version you read; another one in between is a version_conflict */
                            version: number;
                        };
                    };
                };
            };
        };
        /** Write a policy */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    kind: "delivery" | "returns" | "privacy" | "terms" | "contact";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: {
                            en: string;
                            pl: string;
                            ru: string;
                        };
                        /** @description The version you read; another one in between is a version_conflict */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            kind: "delivery" | "returns" | "privacy" | "terms" | "contact";
                            text: {
                                en: string;
                                pl: string;
                                ru: string;
                            };
                            /** @description The version you read; another one in between is a version_conflict */
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/settings/retailer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The retailer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            defaultLanguage: "en" | "pl" | "ru";
                            defaultMarket: string;
                            legal: {
                                address: string;
                                companyName: string;
                                email: string;
                                phone: string;
                                registration: string;
                                taxId: string;
                            };
                            name: string;
                            /** @description The version you read; another one in between is a version_conflict */
                            version: number;
                            /** @description IANA time zone of the retailer’s calendar days */
                            zone: string;
                        };
                    };
                };
            };
        };
        /** Change the retailer; fields left out stay */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        defaultLanguage?: "en" | "pl" | "ru";
                        defaultMarket?: string;
                        legal?: {
                            address?: string;
                            companyName?: string;
                            email?: string;
                            phone?: string;
                            registration?: string;
                            taxId?: string;
                        };
                        name?: string;
                        /** @description The version you read; another one in between is a version_conflict */
                        version: number;
                        /** @description IANA time zone of the retailer’s calendar days */
                        zone?: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            defaultLanguage: "en" | "pl" | "ru";
                            defaultMarket: string;
                            legal: {
                                address: string;
                                companyName: string;
                                email: string;
                                phone: string;
                                registration: string;
                                taxId: string;
                            };
                            name: string;
                            /** @description The version you read; another one in between is a version_conflict */
                            version: number;
                            /** @description IANA time zone of the retailer’s calendar days */
                            zone: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this instance waits for its first administrator */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            needed: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Become the first administrator, with the code that the server printed; once, and only where nobody is staff */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                        /** Format: email */
                        email: string;
                        language: "en" | "pl" | "ru";
                        name: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            email: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            language: "en" | "pl" | "ru";
                            locationIds: "all" | string[];
                            name: string;
                            role: "agent" | "associate" | "manager" | "admin";
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/setup/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a fresh instance has and what it still needs */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Members beside the first */
                            colleagues: number;
                            location: {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                name: string;
                            } | null;
                            product: {
                                code: string;
                                hasPrice: boolean;
                                hasStock: boolean;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                            } | null;
                            /** @description Named, with its legal data */
                            retailer: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by e-mail and password; the session comes as a cookie */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            email: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            language: "en" | "pl" | "ru";
                            locationIds: "all" | string[];
                            name: string;
                            role: "agent" | "associate" | "manager" | "admin";
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/smart-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Smart links with their clicks, newest first */
        get: {
            parameters: {
                query?: {
                    archived?: boolean;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                archivedAt: string | null;
                                campaign: {
                                    content?: string | null;
                                    medium: string;
                                    name: string;
                                    source: string;
                                };
                                clicks: number;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                createdBy: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                label: string;
                                slug: string;
                                target: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    variantId: string;
                                } | {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    productId: string;
                                } | {
                                    categorySlug: string;
                                };
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a link for an advertisement */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        campaign: {
                            content?: string | null;
                            medium: string;
                            name: string;
                            source: string;
                        };
                        label?: string;
                        slug: string;
                        target: {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            variantId: string;
                        } | {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            productId: string;
                        } | {
                            categorySlug: string;
                        };
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            archivedAt: string | null;
                            campaign: {
                                content?: string | null;
                                medium: string;
                                name: string;
                                source: string;
                            };
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            createdBy: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            label: string;
                            slug: string;
                            target: {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            } | {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                productId: string;
                            } | {
                                categorySlug: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/smart-links/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a link out of the lists; it keeps leading visitors on */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            archivedAt: string | null;
                            campaign: {
                                content?: string | null;
                                medium: string;
                                name: string;
                                source: string;
                            };
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            createdBy: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            label: string;
                            slug: string;
                            target: {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            } | {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                productId: string;
                            } | {
                                categorySlug: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sites, apps and tills that send events */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description Empty: any */
                                allowedOrigins: string[];
                                channel: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                disabledAt: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                name: string;
                                unusable: {
                                    [key: string]: number;
                                };
                                /** @description Public: it is in every page that tracks */
                                writeKey: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Let another site, app or till send events */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        allowedOrigins?: string[];
                        channel: "web" | "mobile_app" | "store" | "contact_centre" | "chat" | "email" | "whatsapp" | "messenger" | "telegram" | "sms" | "phone" | "marketplace" | "social" | "ads" | "agent";
                        name: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Empty: any */
                            allowedOrigins: string[];
                            channel: string;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            disabledAt: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            name: string;
                            /** @description Public: it is in every page that tracks */
                            writeKey: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stock of up to 100 variants in every location, one list */
        get: {
            parameters: {
                query: {
                    variantIds: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description May be held and collected */
                                available: number;
                                /** @description May be shipped: display pieces left out */
                                availableToShip: number;
                                display: number;
                                incoming: number;
                                incomingAt: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                locationId: string;
                                onHand: number;
                                reserved: number;
                                safety: number;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/stock/{variantId}/{locationId}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why the number is what it is: every movement, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    locationId: string;
                    /** @description UUIDv7 */
                    variantId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                actor: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                at: string;
                                channel: string;
                                kind: string;
                                onHandAfter: number;
                                onHandDelta: number;
                                reason: string | null;
                                reservationId: string | null;
                                reservedAfter: number;
                                reservedDelta: number;
                                seq: number;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/stock/{variantId}/{locationId}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why the number is what it is: movements with running balance, people, holds and orders behind them */
        get: {
            parameters: {
                query?: {
                    /** @description Look back: what the number was then, and why */
                    asOf?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    locationId: string;
                    /** @description UUIDv7 */
                    variantId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description What claims goods here now, 20 at most */
                            holds: {
                                atRisk: boolean;
                                code: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                order: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    number: string;
                                } | null;
                                purpose: string;
                                quantity: number;
                                until: string | null;
                            }[];
                            items: {
                                /** @description kind:id */
                                actor: string;
                                actorName: string | null;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                at: string;
                                channel: string;
                                hold: {
                                    code: string | null;
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    purpose: string;
                                    state: string;
                                } | null;
                                kind: string;
                                onHandAfter: number;
                                onHandDelta: number;
                                order: {
                                    /**
                                     * Format: uuid
                                     * @description UUIDv7
                                     */
                                    id: string;
                                    number: string;
                                } | null;
                                reason: string | null;
                                reservedAfter: number;
                                reservedDelta: number;
                                seq: number;
                            }[];
                            level: {
                                display: number;
                                /** @description On hand less reserved less safety; below 0 where more is promised than there is */
                                free: number;
                                incoming: number;
                                incomingAt: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                locationId: string;
                                onHand: number;
                                reserved: number;
                                safety: number;
                            } | null;
                            location: {
                                code: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                name: string;
                                zone: string;
                            };
                            nextCursor: string | null;
                            variant: {
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                optionsText: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                                pictureUrl: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                productId: string;
                                sku: string;
                                title: {
                                    en: string;
                                    pl: string;
                                    ru: string;
                                };
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/stock/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive, count, adjust or write off stock, the whole list or nothing */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        changes: ({
                            delta: number;
                            kind: "receive" | "return";
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            locationId: string;
                            reason: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            variantId: string;
                        } | {
                            delta: number;
                            /** @enum {string} */
                            kind: "damage";
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            locationId: string;
                            reason: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            variantId: string;
                        } | {
                            delta: number;
                            /** @enum {string} */
                            kind: "adjust";
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            locationId: string;
                            reason: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            variantId: string;
                        } | {
                            counted: number;
                            /** @enum {string} */
                            kind: "count";
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            locationId: string;
                            reason: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            variantId: string;
                            /** @description What the books said when it was counted; refused when they say otherwise by now */
                            was?: number;
                        })[];
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                after: number;
                                before: number;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                locationId: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/stock/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Levels that do not follow from ledger and holds: must be none */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            differences: {
                                heldLines: number;
                                ledgerOnHand: number;
                                ledgerReserved: number;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                locationId: string;
                                onHand: number;
                                reserved: number;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                variantId: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The inbox: newest first, `waiting` by who waits longest */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    /** @description A name, number, address, or words that were written */
                    query?: string;
                    view?: "mine" | "unassigned" | "waiting" | "all" | "snoozed" | "closed" | "any";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                assigneeId: string | null;
                                assigneeName: string | null;
                                claimedName: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                customerId: string;
                                customerName: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                lastMessageAt: string;
                                lastSeq: number;
                                lastWords: {
                                    /** @enum {string} */
                                    channel: "web" | "mobile_app" | "store" | "contact_centre" | "chat" | "email" | "whatsapp" | "messenger" | "telegram" | "sms" | "phone" | "marketplace" | "social" | "ads" | "agent";
                                    direction: "in" | "out" | "system";
                                    kind: "text" | "product" | "cart" | "hold" | "call" | "system";
                                    text: string | null;
                                } | null;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                openedAt: string;
                                snoozedUntil: string | null;
                                state: "open" | "waiting" | "closed";
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                subjectId: string;
                                unansweredSince: string | null;
                                version: number;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** The conversation with a customer, opened if there is none */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description UUIDv7
                         */
                        customerId: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            assigneeId: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            customerId: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            lastMessageAt: string;
                            lastSeq: number;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            openedAt: string;
                            snoozedUntil: string | null;
                            state: "open" | "waiting" | "closed";
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            subjectId: string;
                            unansweredSince: string | null;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/threads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A conversation: the newest messages, those after a number, or those before one */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    before?: number;
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alsoWriting: {
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                at: string;
                                name: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                staffId: string;
                            }[];
                            assigneeName: string | null;
                            /** @description Said in the chat, not proven */
                            claimed: {
                                email: string | null;
                                name: string | null;
                            };
                            customer: {
                                displayName: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                language: "en" | "pl" | "ru";
                            };
                            draft: {
                                text: string;
                                version: number;
                            } | null;
                            hasMore: boolean;
                            messages: {
                                author: {
                                    id: string | null;
                                    kind: "shopper" | "staff" | "system";
                                    name: string | null;
                                };
                                /** @enum {string} */
                                channel: "web" | "mobile_app" | "store" | "contact_centre" | "chat" | "email" | "whatsapp" | "messenger" | "telegram" | "sms" | "phone" | "marketplace" | "social" | "ads" | "agent";
                                /** @description Ids and facts of the card or line; what they look like is asked where it is shown */
                                data: {
                                    [key: string]: unknown;
                                };
                                delivery: ("pending" | "sent" | "delivered" | "read" | "failed") | null;
                                deliveryReason: string | null;
                                direction: "in" | "out" | "system";
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                /** @description A note; never seen by the customer */
                                internal: boolean;
                                kind: "text" | "product" | "cart" | "hold" | "call" | "system";
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                sentAt: string;
                                seq: number;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                subjectId: string;
                                text: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                threadId: string;
                            }[];
                            present: {
                                doing: "looking" | "writing" | "noting";
                                name: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                personId: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                until: string;
                                who: "staff" | "shopper";
                            }[];
                            replyBy: ({
                                away: boolean;
                                /** @enum {string} */
                                channel: "chat";
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                addressState: "verified" | "claimed";
                                /** @enum {string} */
                                channel: "email";
                                /** @enum {boolean} */
                                ok: true;
                                to: string;
                            } | {
                                channel: "chat" | "email";
                                /** @enum {boolean} */
                                ok: false;
                                reason: "no_chat_session" | "no_address";
                            })[];
                            thread: {
                                assigneeId: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                customerId: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                lastMessageAt: string;
                                lastSeq: number;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                openedAt: string;
                                snoozedUntil: string | null;
                                state: "open" | "waiting" | "closed";
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                subjectId: string;
                                unansweredSince: string | null;
                                version: number;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/threads/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the conversation to a colleague, to oneself (nothing said), or back to all (null) */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        note?: string;
                        staffId?: string | null;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            assigneeId: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            customerId: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            lastMessageAt: string;
                            lastSeq: number;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            openedAt: string;
                            snoozedUntil: string | null;
                            state: "open" | "waiting" | "closed";
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            subjectId: string;
                            unansweredSince: string | null;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/threads/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Done, until someone writes again */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ifSeq?: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            assigneeId: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            customerId: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            lastMessageAt: string;
                            lastSeq: number;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            openedAt: string;
                            snoozedUntil: string | null;
                            state: "open" | "waiting" | "closed";
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            subjectId: string;
                            unansweredSince: string | null;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/threads/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this colleague has begun to write here */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            text: string;
                            version: number;
                        };
                    };
                };
            };
        };
        /** Keep what one has begun to write; an empty text forgets it */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                        version: number;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            text: string;
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/threads/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer in the chat or by e-mail, or note something for colleagues */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Made by the client, once a message; sending it again is safe */
                        clientKey: string;
                        ifSeq?: number;
                        /** @default false */
                        internal?: boolean;
                        productCard?: {
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            variantId: string;
                        };
                        replyBy?: "chat" | "email";
                        text?: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            author: {
                                id: string | null;
                                kind: "shopper" | "staff" | "system";
                                name: string | null;
                            };
                            /** @enum {string} */
                            channel: "web" | "mobile_app" | "store" | "contact_centre" | "chat" | "email" | "whatsapp" | "messenger" | "telegram" | "sms" | "phone" | "marketplace" | "social" | "ads" | "agent";
                            /** @description Ids and facts of the card or line; what they look like is asked where it is shown */
                            data: {
                                [key: string]: unknown;
                            };
                            delivery: ("pending" | "sent" | "delivered" | "read" | "failed") | null;
                            deliveryReason: string | null;
                            direction: "in" | "out" | "system";
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            /** @description A note; never seen by the customer */
                            internal: boolean;
                            kind: "text" | "product" | "cart" | "hold" | "call" | "system";
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            sentAt: string;
                            seq: number;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            subjectId: string;
                            text: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            threadId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/threads/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that one looks at this conversation, types in it, or left; forgotten after some seconds */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        doing: ("looking" | "writing" | "noting") | "gone";
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/threads/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a closed conversation up again */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            assigneeId: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            customerId: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            lastMessageAt: string;
                            lastSeq: number;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            openedAt: string;
                            snoozedUntil: string | null;
                            state: "open" | "waiting" | "closed";
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            subjectId: string;
                            unansweredSince: string | null;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/threads/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Out of the way until a moment, or until the customer writes; null brings it back */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        until: string | null;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            assigneeId: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            customerId: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            lastMessageAt: string;
                            lastSeq: number;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            openedAt: string;
                            snoozedUntil: string | null;
                            state: "open" | "waiting" | "closed";
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            subjectId: string;
                            unansweredSince: string | null;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/threads/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many conversations each view has */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            all: number;
                            closed: number;
                            mine: number;
                            snoozed: number;
                            unassigned: number;
                            waiting: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/variants/{id}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One variant in every location: free, held, on its way, and when it could be collected */
        get: {
            parameters: {
                query?: {
                    /** @description A town, or "lat,lon" */
                    near?: string;
                };
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            asOf: string;
                            delivery: {
                                /** Format: date */
                                earliest: string;
                                freeFrom: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                } | null;
                                /** Format: date */
                                latest: string;
                                rate: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                                word: string;
                            } | null;
                            levels: {
                                /** @description May be held and collected now, display pieces included */
                                available: number;
                                availableToShip: number;
                                city: string;
                                closesAt: string | null;
                                code: string;
                                display: number;
                                distanceKm: number | null;
                                incoming: number;
                                incomingAt: string | null;
                                kind: string;
                                /** @description Holds that claim goods here, 20 at most */
                                liveHolds: number;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                locationId: string;
                                mayHold: boolean;
                                name: string;
                                nextHoldEndsAt: string | null;
                                onHand: number;
                                phone: string;
                                readyAt: string | null;
                                reserved: number;
                                safety: number;
                                word: string;
                            }[];
                            price: {
                                reduction: {
                                    lowest30Days: {
                                        /** @description Integer minor units */
                                        amount: number;
                                        /** @description ISO 4217 */
                                        currency: string;
                                    };
                                    percentOff: number;
                                    promotion: string | null;
                                } | null;
                                /** @description Basis points: 2300 is 23 % */
                                taxRateBp: number;
                                unit: {
                                    /** @description Integer minor units */
                                    amount: number;
                                    /** @description ISO 4217 */
                                    currency: string;
                                };
                            } | null;
                            variant: {
                                archived: boolean;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                optionsText: string;
                                pictureUrl: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                productId: string;
                                sku: string;
                                slug: string;
                                title: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/webhook-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent where, and what came of it, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    /** @description UUIDv7 */
                    endpointId?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                attempts: number;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                deliveredAt: string | null;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                endpointId: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                eventId: string;
                                eventType: string;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                lastError: string | null;
                                lastStatus: number | null;
                                nextAt: string | null;
                                /** @description pending, delivered, failed */
                                state: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/webhook-deliveries/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a delivery again */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            attempts: number;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            deliveredAt: string | null;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            endpointId: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            eventId: string;
                            eventType: string;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            lastError: string | null;
                            lastStatus: number | null;
                            nextAt: string | null;
                            /** @description pending, delivered, failed */
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Endpoints that events are sent to */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                active: boolean;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                description: string;
                                disabledReason: string | null;
                                /** @description Tries in a row that were not taken */
                                failures: number;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                types: string[];
                                url: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add an endpoint; its secret is shown this once */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        description: string;
                        types: string[];
                        /** Format: uri */
                        url: string;
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            endpoint: {
                                active: boolean;
                                /**
                                 * Format: date-time
                                 * @description RFC 3339, UTC
                                 */
                                createdAt: string;
                                description: string;
                                disabledReason: string | null;
                                /** @description Tries in a row that were not taken */
                                failures: number;
                                /**
                                 * Format: uuid
                                 * @description UUIDv7
                                 */
                                id: string;
                                types: string[];
                                url: string;
                            };
                            secret: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove an endpoint with its log */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Change what an endpoint hears of, or switch it off or on */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key gets the same answer for 48 hours. */
                    "idempotency-key"?: string;
                };
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        active?: boolean;
                        types?: string[];
                    };
                };
            };
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            /**
                             * Format: date-time
                             * @description RFC 3339, UTC
                             */
                            createdAt: string;
                            description: string;
                            disabledReason: string | null;
                            /** @description Tries in a row that were not taken */
                            failures: number;
                            /**
                             * Format: uuid
                             * @description UUIDv7
                             */
                            id: string;
                            types: string[];
                            url: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/beacon/v1/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Track events (Segment-compatible) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description track, page, identify, batch … or their first letters */
                    type: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        /** CORS preflight of ingest */
        options: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    type: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/go/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow a link of an ad or a message to where its item can be had now */
        get: {
            parameters: {
                query?: {
                    /** @description A town */
                    near?: string;
                };
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                302: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mailbox of development, as a page */
        get: {
            parameters: {
                query?: {
                    /** @description UUIDv7 */
                    id?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mailbox/{id}/html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The HTML of one mail, for a sandboxed frame */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUIDv7 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A picture; its address never shows another one */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Track events (Segment-compatible) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description track, page, identify, batch … or their first letters */
                    type: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        /** CORS preflight of ingest */
        options: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    type: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{provider}/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a payment provider tells by itself, signed by it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    account: string;
                    provider: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem; see /docs/problems */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            received: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
