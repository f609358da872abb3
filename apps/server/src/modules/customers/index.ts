import type { LiveRule } from '../../kernel/live.ts';
import type { Module } from '../../kernel/module.ts';
import { addressRoutes } from './addressRoutes.ts';
import { forgetExpired } from './forgetExpired.ts';
import { matchingJobs } from './matching/jobs.ts';
import { matchingRoutes } from './matching/routes.ts';
import { migrations } from './migrations.ts';
import type { CodeSender } from './requestSignInCode.ts';
import { shopRoutes } from './shopRoutes.ts';
import { staffRoutes } from './staffRoutes.ts';
import { timeline } from './timeline.ts';

export type { KnownIdentifier } from './choosePerson.ts';
export { type Claim, claimIdentifier, claimIdentifiers, keepClaims, withdrawClaims } from './claimIdentifier.ts';
export { type CreatedCustomer, createCustomerByStaff, type NewCustomer } from './createCustomerByStaff.ts';
export { customersOf, subjectsOf, subjectsOfMany } from './customersOf.ts';
export { findByIdentifier, type Owners, suggestionsFor } from './findByIdentifier.ts';
export { type Contact, type Customer, contactOf, getCustomer, getCustomers } from './getCustomers.ts';
export type { CustomersConfig } from './keyedHash.ts';
export { type Evidence, type Linked, linkSubject } from './linkSubject.ts';
export { type NewName, nameCustomer } from './nameCustomer.ts';
export { type IdentifierKind, isPlaceholder, normaliseIdentifier } from './normaliseIdentifier.ts';
export { type AnonymousKey, type OpenedSubject, openSubject, openSubjects } from './openSubjects.ts';
export type { CodeSender, SendCode } from './requestSignInCode.ts';
export { searchCustomers } from './searchCustomers.ts';
export { type OpenedSession, type ShopSession, startSession } from './sessions.ts';
export { shopperActor } from './shopperActor.ts';
export type { SignedIn } from './signInWithCode.ts';
export { splitName } from './splitName.ts';

export {
  subjectForVerified,
  type VerifiedIdentifier,
  type VerifiedSubject,
  verifyIdentifier,
} from './subjectForVerified.ts';
export { type CustomerSummary, summariseCustomer } from './summariseCustomer.ts';
export { type TimelineEntry, type TimelineQuery, timelineOf, timelineOfSubjects } from './timelineOf.ts';
export { type Unlinked, unlinkSubject } from './unlinkSubject.ts';

const staffSee: LiveRule = {
  types: [
    'customers.subject.linked',
    'customers.subject.unlinked',
    'customers.match.decided',
    'customers.identifier.verified',
    'customers.customer.named',
    'customers.customer.signed_in',
  ],
  sees: (actor) => actor.kind === 'staff',
};

/**
 * Who somebody is: subjects, identifiers, customers, links that can be undone, sessions and sign-in of shoppers, timeline.
 * `sendCode` puts the mail with a one-time code into the transaction that made the code.
 */
export function createCustomersModule(parts: CodeSender): Module {
  return {
    name: 'customers',
    migrations,
    routes: [...shopRoutes(parts), ...addressRoutes, ...staffRoutes, ...matchingRoutes],
    subscribers: [timeline],
    jobs: [forgetExpired, ...matchingJobs],
    liveRules: [staffSee],
  };
}
