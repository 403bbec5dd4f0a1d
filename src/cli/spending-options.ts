/** Whose money a command moves. */
export const moneyOptions: readonly (readonly [flag: string, description: string])[] = [
  ['--live', 'buy from real vendors, with real money; asks first'],
  ['--emulated', 'the live path against an emulator on this machine: nothing is charged'],
]

/** Options of every command that may buy. A run goes on with the money it was begun with, said or not. */
export const spendingOptions: readonly (readonly [flag: string, description: string])[] = [
  ...moneyOptions,
  ['--timeout <seconds>', 'longest wait for one job of a vendor (default: until it is done)'],
]
