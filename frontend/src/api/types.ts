import type { components } from './schema';

type Schemas = components['schemas'];

export type Me = Schemas['Me'];
export type Verification = Schemas['Verification'];
export type Enrolment = Schemas['Enrolment'];
export type Finding = Schemas['Finding'];
export type ConsentText = Schemas['ConsentText'];
export type ConsentTextEntry = Schemas['ConsentTextEntry'];
export type Consent = Schemas['Consent'];
export type Likeness = Schemas['Likeness'];
export type TrainingSettings = Schemas['TrainingSettings'];
export type Performance = Schemas['Performance'];
export type Render = Schemas['Render'];
export type Output = Schemas['Output'];
export type Inspection = Schemas['Inspection'];
