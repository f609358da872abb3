import type { Templates } from '../blocks.ts';
import { chatAnswer } from './chatAnswer.ts';
import { holdConfirmed } from './holdConfirmed.ts';
import { holdNotFound } from './holdNotFound.ts';
import { holdReady } from './holdReady.ts';
import { holdReleased } from './holdReleased.ts';
import { orderConfirmed } from './orderConfirmed.ts';
import { pickupReady } from './pickupReady.ts';
import { returnAnnounced } from './returnAnnounced.ts';
import { returnSettled } from './returnSettled.ts';
import { signInCode } from './signInCode.ts';
import { withdrawalReceived } from './withdrawalReceived.ts';

export const templates: Templates = {
  sign_in_code: signInCode,
  hold_confirmed: holdConfirmed,
  hold_ready: holdReady,
  hold_released: holdReleased,
  hold_not_found: holdNotFound,
  order_confirmed: orderConfirmed,
  pickup_ready: pickupReady,
  chat_answer: chatAnswer,
  withdrawal_received: withdrawalReceived,
  return_announced: returnAnnounced,
  return_settled: returnSettled,
};
