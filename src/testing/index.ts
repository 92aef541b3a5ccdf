/**
 * The simulator of all four vendors, virtual time, and law suites.
 *
 * @packageDocumentation
 * @module rushes/testing
 */
export { simulate } from './simulate.js';
export type { LocalSimulation } from './simulate.js';
export { startSimulator } from './startSimulator.js';
export type { Simulator, SimulatorOptions } from './startSimulator.js';
export type { Fault, FaultName } from './simulator/Fault.js';
export type { FaultRule, PlannedFault } from './simulator/FaultPlan.js';
export type { JobOutcome, JobScript, JobStep } from './simulator/JobScript.js';
export type { ProgressCurve, ProgressCurveName } from './simulator/progressCurve.js';
export type { LoggedRequest } from './simulator/RequestLog.js';
export type { RouteRole } from './simulator/Route.js';
export type { JobView } from './simulator/SimJob.js';
export type {
  ApiKey,
  CreatifyKeys,
  SimulatedDoor,
  Simulation,
  VendorName,
} from './simulator/Simulation.js';
export type { SimulatedLimits, SimulationOptions } from './simulator/SimulationOptions.js';
export type { SimulatedVendor } from './simulator/Vendor.js';
export { operatorLaws } from './operatorLaws.js';
export type { OperatorLaw, OperatorLawName, OperatorLawsOptions } from './operatorLaws.js';
export { stepLaw } from './stepLaw.js';
export type { StepLaw, StepLawOptions } from './stepLaw.js';
export { traceOf } from './traceOf.js';
export type { Driver, History, SourceEvent, TraceEntry } from './traceOf.js';
export { virtualTime } from './virtualTime.js';
export type { VirtualTime, VirtualTimeOptions } from './virtualTime.js';
export { kindLaws } from './kindLaws.js';
export type { AnyJudgedKind, JudgedKind, JudgedVerb } from './kindLaws/JudgedKind.js';
export type { KindLaw, KindMaterial } from './kindLaws/KindLaw.js';
export type { JudgedFamilies } from './kindLaws/vendorLaws.js';
export { providerLaws } from './providerLaws.js';
export type { InputOf, ProviderMaterial } from './providerLaws.js';
export { storeLaws } from './storeLaws.js';
export type { StoreLaw } from './storeLaws.js';
