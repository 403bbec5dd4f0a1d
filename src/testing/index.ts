/** Contract suites of the ports and fakes to test with: what is not listed here may change any day. */
export { type FootageVaultHarness, footageVaultContract } from './footage-vault-contract.ts'
export { type InMemoryWorkflowEngine, inMemoryWorkflowEngine } from './in-memory-workflow.ts'
export { type JudgedMedia, judgeMedia } from './judge-media.ts'
export type { LedgerStoreHarness } from './ledger-at-work.ts'
export { ledgerStoreContract } from './ledger-store-contract.ts'
export { type PaidModelHarness, paidModelContract } from './paid-model-contract.ts'
export {
  type ProductionStoreHarness,
  productionStoreContract,
} from './production-store-contract.ts'
export { virtualClock } from './virtual-clock.ts'
export { type WorkflowHarness, workflowContract } from './workflow-contract.ts'
