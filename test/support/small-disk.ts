import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk that is soon full. */
export interface SmallDisk extends AsyncDisposable {
  readonly path: string
  /** Let nothing be changed on it any more, or again. */
  readonly lock: (isLocked: boolean) => void
}

/** Mount a disk of memory with room for some bytes, rounded up to whole pages; unmounted when it is disposed of. */
export const smallDisk = async (bytes: number): Promise<SmallDisk> => {
  const path = mount(bytes)
  return {
    path,
    lock: (isLocked) => {
      const how = `remount,${isLocked ? 'ro' : 'rw'}`
      execFileSync('mount', ['-o', how, path], { stdio: 'pipe' })
    },
    [Symbol.asyncDispose]: async () => unmount(path),
  }
}

const mount = (bytes: number): string => {
  const path = mkdtempSync(join(tmpdir(), 'small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', path], { stdio: 'pipe' })
    return path
  } catch (error) {
    rmdirSync(path)
    throw error
  }
}

const unmount = (path: string): void => {
  execFileSync('umount', [path], { stdio: 'pipe' })
  rmdirSync(path)
}

const canMount = (): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    unmount(mount(100_000))
    return true
  } catch {
    // A container may be root and may not mount.
    return false
  }
}

/** Whether tests of a full disk must be left out: only root on Linux may mount one, and not in every container. */
export const noSmallDisk: boolean = !canMount()
