import type { LiveRule } from '../../kernel/live.ts';
import type { Module } from '../../kernel/module.ts';
import { addressRoutes } from './addressRoutes.ts';
import type { ConfirmationSender } from './consent/requestConfirmation.ts';
import { consentRoutes } from './consent/routes.ts';
import { counterRoutes } from './counterRoutes.ts';
import { forgetExpired } from './forgetExpired.ts';
import { importJobs } from './imports/importJob.ts';
import { importMigrations } from './imports/importMigrations.ts';
import { importRoutes } from './imports/importRoutes.ts';
import { matchingJobs } from './matching/jobs.ts';
import { matchingRoutes } from './matching/routes.ts';
import { migrations } from './migrations.ts';
import { customersColumns } from './personalColumns.ts';
import { customersPersonal } from './privacy/customersPersonal.ts';
import { followProfiles } from './profile/followProfiles.ts';
import { profileMigrations } from './profile/profileMigrations.ts';
import { profileRoutes } from './profile/profileRoutes.ts';
import { rebuildProfilesJob } from './profile/rebuildProfiles.ts';
import type { CodeSender } from './requestSignInCode.ts';
import { shopRoutes } from './shopRoutes.ts';
import { staffRoutes } from './staffRoutes.ts';
import { timeline } from './timeline.ts';

export { addressKey } from './addressKey.ts';
export type { KnownIdentifier } from './choosePerson.ts';
export { type Claim, claimIdentifier, claimIdentifiers, keepClaims, withdrawClaims } from './claimIdentifier.ts';
export { agreeByMailbox } from './consent/agreeByMailbox.ts';
export { agreeToNews } from './consent/agreeToNews.ts';
export { consentFigures } from './consent/consentFigures.ts';
export { currentWordings, requireWording } from './consent/currentWordings.ts';
export { type MayContact, mayContact } from './consent/mayContact.ts';
export { type PreferenceLinks, preferenceLinks } from './consent/preferenceLink.ts';
export { publishWording } from './consent/publishWording.ts';
export type { ConsentChannel, Purpose } from './consent/purposes.ts';
export type { ConfirmationSender, SendConfirmation } from './consent/requestConfirmation.ts';
export { stopNews } from './consent/stopNews.ts';
export { endSuppression, listSuppressions, type SuppressionReason, suppress } from './consent/suppression.ts';
export { type WordingPlace, wordingPlaces } from './consent/wordings.ts';
export { type CreatedCustomer, createCustomerByStaff, type NewCustomer } from './createCustomerByStaff.ts';
export { customersOf, subjectsOf, subjectsOfMany } from './customersOf.ts';
export { dropClaim } from './dropClaim.ts';
export { findByIdentifier, type Owners, suggestionsFor } from './findByIdentifier.ts';
export { type Contact, type Customer, contactOf, getCustomer, getCustomers } from './getCustomers.ts';
export { type CustomersConfig, customersConfigOf, customersConnection } from './keyedHash.ts';
export { linkReported, mostReported, type Reported } from './linkReported.ts';
export { type Evidence, type Linked, linkSubject } from './linkSubject.ts';
export { type LinkRecord, linksOf } from './links.ts';
export { maskValue } from './maskValue.ts';
export { type NewName, nameCustomer } from './nameCustomer.ts';
export { type IdentifierKind, isPlaceholder, normaliseIdentifier } from './normaliseIdentifier.ts';
export { type AnonymousKey, type OpenedSubject, openSubject, openSubjects } from './openSubjects.ts';
export { ownersOfCards } from './ownersOfCards.ts';
export {
  type Certificate,
  type DataRequest,
  dataRequestsOf,
  exportOf,
  finishDataRequest,
  getDataRequest,
  noteProgress,
  openDataRequest,
  type PersonalExport,
  progressOf,
} from './privacy/dataRequests.ts';
export { askAgain, type Erasure, erasuresIn } from './privacy/erasures.ts';
export { listDataRequests } from './privacy/listDataRequests.ts';
export { personOf } from './privacy/personOf.ts';
export { type ComputedTrait, computedTraits } from './profile/computedTraits.ts';
export { csvLine } from './profile/csvLine.ts';
export { type Note, notesOf } from './profile/notes.ts';
export { FactsSchema, TraitValueSchema } from './profile/profileRoutes.ts';
export { activityOf, type CustomerFacts, factsOf, preferencesOf } from './profile/readFacts.ts';
export { devicesOf, keepSeen, type SeenAct, searchesOf } from './profile/seen.ts';
export { type KnownTraitValue, listTraits, traitValuesOf } from './profile/traitCatalogue.ts';
export {
  type CodeSender,
  type CodeTarget,
  codeMinutes,
  requestSignInCode,
  type SendCode,
} from './requestSignInCode.ts';
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
export { tellVisitsAnew } from './tellVisitsAnew.ts';
export { type TimelineEntry, type TimelineQuery, timelineOf, timelineOfSubjects } from './timelineOf.ts';
export { type Unlinked, unlinkSubject } from './unlinkSubject.ts';
export { tryCode, useCode } from './useCode.ts';

const staffSee: LiveRule = {
  types: [
    'customers.subject.linked',
    'customers.subject.unlinked',
    'customers.match.decided',
    'customers.identifier.verified',
    'customers.customer.named',
    'customers.customer.signed_in',
    'customers.consent.given',
    'customers.consent.withdrawn',
    'customers.note.written',
    'customers.note.changed',
    'customers.tags.changed',
    'customers.trait.set',
    'customers.customer.imported',
    'customers.customer.import_undone',
  ],
  sees: (actor) => actor.kind === 'staff',
};

/** That customers were compared: for who decides about pairs. */
const stewardsSee: LiveRule = {
  types: ['customers.match.compared'],
  sees: (actor) => actor.kind === 'staff' && actor.role !== 'associate',
};

/** How far a file is: for who may bring one in. */
const importersSee: LiveRule = {
  types: ['customers.import.advanced'],
  sees: (actor) =>
    actor.kind === 'staff' && (actor.role === 'admin' || (actor.role === 'manager' && actor.locationIds === 'all')),
};

/**
 * Who somebody is: subjects, identifiers, customers, links that can be undone, sessions and sign-in of shoppers, timeline.
 * `sendCode` puts the message with a one-time code into the transaction that made the code, `sendConfirmation` the one that
 * asks whether advertising is wanted.
 */
export function createCustomersModule(parts: CodeSender & ConfirmationSender): Module {
  return {
    name: 'customers',
    personalColumns: customersColumns,
    migrations: [...migrations, ...profileMigrations, ...importMigrations],
    personal: customersPersonal,
    routes: [
      ...shopRoutes(parts),
      ...addressRoutes,
      ...profileRoutes,
      ...importRoutes,
      ...counterRoutes(parts),
      ...staffRoutes,
      ...consentRoutes(parts),
      ...matchingRoutes,
    ],
    subscribers: [timeline, followProfiles],
    jobs: [forgetExpired, rebuildProfilesJob, ...importJobs, ...matchingJobs],
    liveRules: [staffSee, stewardsSee, importersSee],
  };
}
