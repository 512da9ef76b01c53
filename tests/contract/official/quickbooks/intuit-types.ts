import { XmlDocument, XmlElement } from 'libxml2-wasm'

/** How a value is written in JSON. */
export type JsonForm = 'string' | 'number' | 'boolean'

/** A place for values within an object. */
export interface Place {
  /** The key in JSON and the element or attribute in XML. */
  name: string
  type: string
  many: boolean
}

export type IntuitType =
  | { kind: 'text'; form: JsonForm }
  /** Text with attributes, such as a reference: its text is `value` in JSON. */
  | { kind: 'labelled'; form: JsonForm; attributes: Place[] }
  /** Elements in the order that XML must have them in, attributes after them. */
  | { kind: 'object'; elements: Place[]; attributes: Place[] }

/** The types of Intuit's schemas by name. */
export type IntuitTypes = ReadonlyMap<string, IntuitType>

const xs = { xs: 'http://www.w3.org/2001/XMLSchema' }
const forms: Record<string, JsonForm> = {
  'xs:boolean': 'boolean',
  'xs:decimal': 'number',
  'xs:double': 'number',
  'xs:float': 'number',
  'xs:int': 'number',
  'xs:integer': 'number',
  'xs:long': 'number',
  'xs:positiveInteger': 'number',
}

/**
 * Reads the types out of schemas (the texts of the .xsd files). What may stand for an abstract element
 * (`substitutionGroup`) is put in its place, in the order of the schemas.
 * @throws where a schema uses something that is not understood here
 */
export function readIntuitTypes(schemas: readonly string[]): IntuitTypes {
  const documents = schemas.map(text => XmlDocument.fromString(text))
  try {
    return new Reader(documents).all()
  } finally {
    for (const document of documents) document.dispose()
  }
}

class Reader {
  private readonly types = new Map<string, IntuitType>()
  private readonly complex: Map<string, XmlElement>
  private readonly simple: Map<string, XmlElement>
  private readonly groups: Map<string, XmlElement>
  /** Top elements by what they may stand for. */
  private readonly substitutes = new Map<string, Place[]>()

  constructor(documents: readonly XmlDocument[]) {
    const named = (what: string) => {
      const found = documents.flatMap(document =>
        document.find(`/xs:schema/xs:${what}[@name]`, xs).filter(isElement),
      )
      return new Map(found.map(element => [attribute(element, 'name') ?? '', element]))
    }
    this.complex = named('complexType')
    this.simple = named('simpleType')
    this.groups = named('group')
    for (const [name, element] of named('element')) {
      const group = attribute(element, 'substitutionGroup')
      if (group === undefined) continue
      const places = this.substitutes.get(group) ?? []
      this.substitutes.set(group, [...places, { name, type: attribute(element, 'type') ?? '', many: false }])
    }
  }

  all(): IntuitTypes {
    for (const name of [...this.complex.keys(), ...this.simple.keys()]) this.type(name)
    for (const type of [...this.types.values()]) {
      if (type.kind === 'object') for (const place of type.elements) this.type(place.type)
      if (type.kind !== 'text') for (const place of type.attributes) this.type(place.type)
    }
    return this.types
  }

  private type(name: string): IntuitType {
    const known = this.types.get(name)
    if (known) return known
    const read = this.read(name)
    this.types.set(name, read)
    return read
  }

  private read(name: string): IntuitType {
    const complex = this.complex.get(name)
    if (complex) return this.readComplex(complex)
    const simple = this.simple.get(name)
    const base = simple?.get('xs:restriction/@base', xs)?.content
    if (base) {
      const type = this.type(base)
      if (type.kind === 'text') return type
    }
    if (name.startsWith('xs:')) return { kind: 'text', form: forms[name] ?? 'string' }
    throw new Error(`The schemas know no type ${name}`)
  }

  private readComplex(complex: XmlElement): IntuitType {
    const text = complex.get('xs:simpleContent/xs:extension', xs)
    if (isElement(text)) {
      const base = this.type(attribute(text, 'base') ?? '')
      const attributes = this.attributes(text)
      if (base.kind === 'text') return { kind: 'labelled', form: base.form, attributes }
      if (base.kind === 'labelled') return { ...base, attributes: [...base.attributes, ...attributes] }
    }
    const extension = complex.get('xs:complexContent/xs:extension', xs)
    if (!isElement(extension))
      return { kind: 'object', elements: this.places(complex, false), attributes: this.attributes(complex) }
    const base = this.type(attribute(extension, 'base') ?? '')
    if (base.kind !== 'object') throw new Error('An object that extends a text is not understood')
    return {
      kind: 'object',
      elements: [...base.elements, ...this.places(extension, false)],
      attributes: [...base.attributes, ...this.attributes(extension)],
    }
  }

  private places(parent: XmlElement, manyAlready: boolean): Place[] {
    return children(parent).flatMap(child => {
      const many = manyAlready || isMany(child)
      if (['sequence', 'choice', 'all'].includes(child.name)) return this.places(child, many)
      if (child.name === 'group') {
        const group = this.groups.get(attribute(child, 'ref') ?? '')
        return group ? this.places(group, many) : []
      }
      if (child.name !== 'element') return []
      const ref = attribute(child, 'ref')
      if (ref !== undefined) return (this.substitutes.get(ref) ?? []).map(place => ({ ...place, many }))
      return [{ name: attribute(child, 'name') ?? '', type: attribute(child, 'type') ?? 'xs:string', many }]
    })
  }

  private attributes(parent: XmlElement): Place[] {
    return children(parent)
      .filter(({ name }) => name === 'attribute')
      .map(child => {
        const type = attribute(child, 'type') ?? 'xs:string'
        return { name: attribute(child, 'name') ?? '', type, many: false }
      })
  }
}

function children(parent: XmlElement): XmlElement[] {
  return parent.find('xs:*', xs).filter(isElement)
}

function isElement(node: unknown): node is XmlElement {
  return node instanceof XmlElement
}

function attribute(element: XmlElement, name: string): string | undefined {
  return element.attr(name)?.value
}

function isMany(element: XmlElement): boolean {
  const most = attribute(element, 'maxOccurs')
  return most !== undefined && most !== '1' && most !== '0'
}
