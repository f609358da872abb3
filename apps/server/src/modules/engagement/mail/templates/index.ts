import type { Templates } from '../blocks.ts';
import { chatAnswer } from './chatAnswer.ts';
import { complaintAnswered } from './complaintAnswered.ts';
import { confirmConsent } from './confirmConsent.ts';
import { creditIssued } from './creditIssued.ts';
import { deliveryInstead } from './deliveryInstead.ts';
import { holdAtRisk } from './holdAtRisk.ts';
import { holdConfirmed } from './holdConfirmed.ts';
import { holdMoved } from './holdMoved.ts';
import { holdNotFound } from './holdNotFound.ts';
import { holdReady } from './holdReady.ts';
import { holdReleased } from './holdReleased.ts';
import { holdSafe } from './holdSafe.ts';
import { orderCancelled } from './orderCancelled.ts';
import { orderConfirmed } from './orderConfirmed.ts';
import { orderToPay } from './orderToPay.ts';
import { parcelSent } from './parcelSent.ts';
import { pickupChanged } from './pickupChanged.ts';
import { pickupCollected } from './pickupCollected.ts';
import { pickupReady } from './pickupReady.ts';
import { pickupReminder } from './pickupReminder.ts';
import { pickupShort } from './pickupShort.ts';
import { receipt } from './receipt.ts';
import { returnAnnounced } from './returnAnnounced.ts';
import { returnDeducted } from './returnDeducted.ts';
import { returnRefused } from './returnRefused.ts';
import { returnSettled } from './returnSettled.ts';
import { signInCode } from './signInCode.ts';
import { withdrawalReceived } from './withdrawalReceived.ts';

export const templates: Templates = {
  sign_in_code: signInCode,
  confirm_consent: confirmConsent,
  hold_confirmed: holdConfirmed,
  hold_moved: holdMoved,
  hold_ready: holdReady,
  hold_released: holdReleased,
  hold_not_found: holdNotFound,
  hold_at_risk: holdAtRisk,
  hold_safe: holdSafe,
  order_confirmed: orderConfirmed,
  receipt,
  order_cancelled: orderCancelled,
  parcel_sent: parcelSent,
  delivery_instead: deliveryInstead,
  pickup_ready: pickupReady,
  pickup_changed: pickupChanged,
  pickup_reminder: pickupReminder,
  order_to_pay: orderToPay,
  pickup_short: pickupShort,
  pickup_collected: pickupCollected,
  chat_answer: chatAnswer,
  withdrawal_received: withdrawalReceived,
  return_announced: returnAnnounced,
  return_deducted: returnDeducted,
  return_refused: returnRefused,
  complaint_answered: complaintAnswered,
  return_settled: returnSettled,
  credit_issued: creditIssued,
};
