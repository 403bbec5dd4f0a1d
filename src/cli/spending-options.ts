/** Options of every command that may buy. */
export const spendingOptions: readonly (readonly [flag: string, description: string])[] = [
  ['--live', 'buy from real vendors, with real money; asks first'],
  ['--emulated', 'the live path against an emulator on this machine: nothing is charged'],
  ['--timeout <seconds>', 'longest wait for one job of a vendor (default: until it is done)'],
]
