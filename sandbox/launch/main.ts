/** Runs the sandbox alone, on SANDBOX_PORT (4600 by default): `npm run sandbox [-- --ubl DIR]`. */
import { buildFoodrazor } from '#sandbox/foodrazor/build.ts'
import { type Choices, readChoices } from './choices.ts'
import { startSandbox } from './sandbox.ts'

async function main(choices: Choices) {
  const assets = await buildFoodrazor()
  const sandbox = await startSandbox({ port: choices.sandboxPort, assets, ubl: choices.ubl })
  for (const problem of sandbox.problems) console.error(`Left out ${problem}`)
  const { xero, quickbooks } = sandbox.ledgers
  console.log(
    `Invoices:   ${sandbox.origin}/invoices\nXero:       ${xero.page}\nQuickBooks: ${quickbooks.page}`,
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close())
}

try {
  await main(readChoices(process.argv.slice(2), process.env))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
