// First: the store looks for IndexedDB when its module is read.
import 'fake-indexeddb/auto'
import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// What is waited for comes within a moment on an idle machine, and still comes on a busy one.
configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)
