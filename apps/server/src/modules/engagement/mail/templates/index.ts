import type { Templates } from '../blocks.ts';
import { chatAnswer } from './chatAnswer.ts';
import { holdAtRisk } from './holdAtRisk.ts';
import { holdConfirmed } from './holdConfirmed.ts';
import { holdNotFound } from './holdNotFound.ts';
import { holdReady } from './holdReady.ts';
import { holdReleased } from './holdReleased.ts';
import { holdSafe } from './holdSafe.ts';
import { orderConfirmed } from './orderConfirmed.ts';
import { pickupReady } from './pickupReady.ts';
import { signInCode } from './signInCode.ts';

export const templates: Templates = {
  sign_in_code: signInCode,
  hold_confirmed: holdConfirmed,
  hold_ready: holdReady,
  hold_released: holdReleased,
  hold_not_found: holdNotFound,
  hold_at_risk: holdAtRisk,
  hold_safe: holdSafe,
  order_confirmed: orderConfirmed,
  pickup_ready: pickupReady,
  chat_answer: chatAnswer,
};
