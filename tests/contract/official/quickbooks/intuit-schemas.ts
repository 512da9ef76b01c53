import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { type IntuitTypes, readIntuitTypes } from './intuit-types.ts'
import { toXml } from './to-xml.ts'

/** Intuit's schemas of QuickBooks Online, in their own words. */
export interface IntuitSchemas {
  types: IntuitTypes
  /** What is wrong with JSON that stands for this element of this type; empty where nothing is. */
  problemsOf(root: string, type: string, value: unknown): string[]
}

const ROOT = 'IntuitRestServiceDef.xsd'

/** @throws where the folder does not hold the schemas */
export function readIntuitSchemas(folder: string): IntuitSchemas {
  xmlRegisterFsInputProviders()
  const root = join(folder, ROOT)
  const document = XmlDocument.fromBuffer(readFileSync(root), { url: root })
  const validator = XsdValidator.fromDoc(document)
  document.dispose()
  const texts = readdirSync(folder)
    .filter(name => name.endsWith('.xsd'))
    .map(name => readFileSync(join(folder, name), 'utf8'))
  const types = readIntuitTypes(texts)
  return {
    types,
    problemsOf: (element, type, value) => {
      const { xml, problems } = toXml(types, element, type, value)
      return [...problems, ...refused(validator, xml)]
    },
  }
}

function refused(validator: XsdValidator, xml: string): string[] {
  const document = XmlDocument.fromString(xml)
  try {
    validator.validate(document)
    return []
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error
    return error.details.map(({ message, xpath }) => {
      const short = message.replaceAll('{http://schema.intuit.com/finance/v3}', '').trim()
      return `${short.length > 200 ? `${short.slice(0, 200)}…` : short} (${xpath ?? 'somewhere'})`
    })
  } finally {
    document.dispose()
  }
}
