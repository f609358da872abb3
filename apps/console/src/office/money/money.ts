import type { Answer } from '@throughline/client';

export type Line = Answer<'/api/staff/payments/transfers', 'get'>['items'][number];
export type Late = Answer<'/api/staff/payments/late', 'get'>['items'][number];
export type ToSend = Answer<'/api/staff/payments/to-send', 'get'>['items'][number];

/** Of everything this page asks. */
export const key = ['money'];
