import { dirname } from 'node:path'
import { isStudioError, StudioError } from '../domain/errors.ts'

const fullCodes = ['ENOSPC', 'EDQUOT']
const closedCodes = [
  ...['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ENOTEMPTY'],
  ...['ENAMETOOLONG', 'ELOOP'],
]

/** The system's code of a failure, such as `ENOENT`; empty for what is no failure of the system. */
export const errnoOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** The system's codes in words, as they stand in brackets behind what could not be done. */
const inWords: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is a file and not a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'there is something of that name',
  ENOTEMPTY: 'the folder is not empty',
  EACCES: 'you have no permission',
  EPERM: 'you have no permission',
  EROFS: 'it is read-only',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links go in a circle',
  ENOSPC: 'no space is left',
  EDQUOT: 'your share of it is used up',
}

/** Why the system refused something, in words for people. */
export const fileReason = (error: unknown): string => {
  if (isStudioError(error) && error.cause !== undefined) return fileReason(error.cause)
  const code = errnoOf(error)
  return inWords[code] ?? (code || (error instanceof Error ? error.message : String(error)))
}

/** A failure of the file system to write a path, in the studio's words; other errors come back as they are. */
export const fileError = (path: string, error: unknown): unknown => {
  const code = errnoOf(error)
  if (fullCodes.includes(code)) {
    return new StudioError({
      code: 'disk-full',
      message: `The disk is full: could not write "${path}" (${fileReason(error)}). Nothing half-written was left. Free some space (\`npx --no-install claude-studio disk\` shows what footage takes), then run it again.`,
      retry: 'later',
      cause: error,
    })
  }
  if (closedCodes.includes(code) || (code === 'ENOENT' && isAround(path, error))) {
    return new StudioError({
      code: 'not-writable',
      message: `Could not write "${path}" (${fileReason(error)}). Check that its folder exists, is not read-only and belongs to you, or choose another.`,
      cause: error,
    })
  }
  return error
}

/** Whether what is missing is the place itself, not something that was to be brought there. */
const isAround = (path: string, error: unknown): boolean => {
  const missing = error instanceof Error && 'path' in error ? String(error.path) : path
  return path.startsWith(missing) || missing.startsWith(dirname(path))
}
