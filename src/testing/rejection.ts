/** What a promise was rejected with; a promise that is kept is an error. */
export const rejectionOf = async (work: Promise<unknown>): Promise<unknown> => {
  const outcome = await work.then(
    (value) => ({ kept: true as const, value }),
    (error: unknown) => ({ kept: false as const, error }),
  )
  if (!outcome.kept) return outcome.error
  throw new Error(`It was expected to be rejected and gave ${JSON.stringify(outcome.value)}`)
}

/** The `code` of the StudioError a promise was rejected with; what it was rejected with when it is another error. */
export const codeOf = async (work: Promise<unknown>): Promise<unknown> => {
  const error = await rejectionOf(work)
  return error instanceof Error && 'code' in error ? error.code : error
}
