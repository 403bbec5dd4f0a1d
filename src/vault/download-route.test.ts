import { describe, expect, it } from 'vitest'
import { codeOf } from '../testing/rejection.ts'
import { type Route, routeTo } from './download-route.ts'

describe('the route of a redirect', () => {
  const rules = {
    allowLoopback: true,
    resolve: async (host: string) => [host === 'films.example' ? '93.184.216.34' : '127.0.0.1'],
    signal: new AbortController().signal,
  }
  const outside: Route = {
    url: new URL('https://films.example/a/b?signature=x'),
    host: 'films.example',
    addresses: ['93.184.216.34'],
    isLoopback: false,
  }
  const here: Route = {
    url: new URL('http://127.0.0.1:4010/a'),
    host: '127.0.0.1:4010',
    addresses: ['127.0.0.1'],
    isLoopback: true,
  }

  it.each(['https://127.0.0.1/x', 'https://[::1]/x', 'https://inside.example/x'])(
    'from outside never leads into this machine: %s',
    async (link) => {
      expect(await codeOf(routeTo(link, outside, rules))).toBe('download-refused')
      expect((await routeTo(link, null, rules)).isLoopback).toBe(true)
      expect((await routeTo(link, here, rules)).isLoopback).toBe(true)
    },
  )

  it('from this machine may lead outside, encrypted', async () => {
    expect(await routeTo('https://films.example/x', here, rules)).toMatchObject({
      host: 'films.example',
      addresses: ['93.184.216.34'],
      isLoopback: false,
    })
    expect(await codeOf(routeTo('http://films.example/x', here, rules))).toBe('download-refused')
  })

  it('may be relative, and takes no query over', async () => {
    expect((await routeTo('../c', outside, rules)).url.href).toBe('https://films.example/c')
    expect((await routeTo('//films.example/d', outside, rules)).url.protocol).toBe('https:')
  })
})
