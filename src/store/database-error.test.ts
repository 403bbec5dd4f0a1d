import { expect, test } from 'vitest'
import { asStoreError, databaseTarget } from './database-error.ts'

const failure = (code: string, message = 'it failed'): Error =>
  Object.assign(new Error(message), { code })

test('trouble on the way to the server is database-unavailable, worth another try', () => {
  const lost = ['ECONNREFUSED', 'ENOENT', 'ECONNRESET', '57P03', '57P01', '08006', '53300']
  for (const code of lost) {
    expect(asStoreError(failure(code), 'host/films'), code).toMatchObject({
      ...{ code: 'database-unavailable', retry: 'later' },
      message: expect.stringContaining('host/films'),
    })
  }
  const silent = new Error('Connection terminated unexpectedly')
  expect(asStoreError(silent, 'host/films')).toMatchObject({ code: 'database-unavailable' })
})

test('a wrong password or database name is not tried again', () => {
  for (const code of ['28P01', '3D000', '42501']) {
    expect(asStoreError(failure(code), 'host/films'), code).toMatchObject({
      ...{ code: 'database-unavailable', retry: 'never' },
      message: expect.stringContaining('DATABASE_URL'),
    })
  }
})

test('an error of ours or of the statement is passed on as it is', () => {
  for (const error of [failure('23505'), new TypeError('no such state'), 'a thrown text']) {
    expect(asStoreError(error, 'host/films')).toBe(error)
  }
})

test('where a database is, is told without user and password', () => {
  const urls = [
    'postgresql://me:secret@db.example.com:5433/films?sslmode=require',
    'postgresql://me@localhost/films?host=/run/studio',
    'postgresql:///films?host=/run/studio&password=secret',
    'postgres://me:p%40ss@10.0.0.1/films',
  ]
  expect(urls.map(databaseTarget)).toEqual([
    ...['db.example.com:5433/films', '/run/studio/films', '/run/studio/films', '10.0.0.1/films'],
  ])
  expect(databaseTarget('me:secret@nowhere')).not.toContain('secret')
})
