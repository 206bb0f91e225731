import type { components } from './schema';

type Schemas = components['schemas'];

export type Me = Schemas['Me'];
export type Verification = Schemas['Verification'];
export type Enrolment = Schemas['Enrolment'];
export type Coverage = Schemas['Coverage'];
export type Finding = Schemas['Finding'];
export type ConsentText = Schemas['ConsentText'];
export type ConsentTextEntry = Schemas['ConsentTextEntry'];
export type Consent = Schemas['Consent'];
export type Likeness = Schemas['Likeness'];
export type DrivingTake = Schemas['DrivingTake'];
export type TrainingSettings = Schemas['TrainingSettings'];
export type Performance = Schemas['Performance'];
export type Recording = Schemas['Recording'];
export type Render = Schemas['Render'];
export type Output = Schemas['Output'];
export type OperatorAlert = Schemas['OperatorAlert'];
export type Inspection = Schemas['Inspection'];
export type Takedown = Schemas['Takedown'];
export type TakedownFiled = Schemas['TakedownFiled'];
export type FollowedTakedown = Schemas['FollowedTakedown'];
export type OutputTakedown = Schemas['OutputTakedown'];
export type ClaimedTakedown = Schemas['ClaimedTakedown'];

export type Membership = Schemas['Membership'];
export type Member = Schemas['Member'];
export type OrganisationInvitation = Schemas['OrganisationInvitation'];
export type CreatedOrganisation = Schemas['CreatedOrganisation'];
export type Passkey = Schemas['Passkey'];
export type PasskeyRegistrationCeremony = Schemas['PasskeyRegistrationCeremony'];
export type Ceremony = Schemas['Ceremony'];
export type Assertion = Schemas['Assertion'];

export type Release = Schemas['Release'];
export type ReleaseVersion = Schemas['ReleaseVersion'];
export type ReleaseTemplate = Schemas['ReleaseTemplate'];
export type ReleaseDraft = Schemas['ReleaseDraft'];
export type ReleaseTerms = Schemas['ReleaseDraftTerms'];
export type ReleaseInvitation = Schemas['ReleaseInvitation'];
export type InvitedRelease = Schemas['InvitedRelease'];
export type ReleaseSigning = Schemas['ReleaseSigning'];
export type ReleaseUse = Schemas['ReleaseUse'];
export type ReleaseUseWithScript = Schemas['ReleaseUseWithScript'];
export type ReleaseUseRequest = Schemas['ReleaseUseRequest'];
export type UseExplanation = Schemas['UseExplanation'];
export type ReleaseStatement = Schemas['ReleaseStatement'];
