export type FaultType = 'ValidationFault' | 'AuthorizationFault' | 'SystemFault'

/** One thing wrong, in the words of the wire; `element` names the field where there is one. */
export type FaultError = { code: string; message: string; detail: string; element?: string }

/** A request that the ledger refuses. */
export class ApiFault extends Error {
  override name = 'ApiFault'
  readonly errors: readonly FaultError[]
  readonly type: FaultType
  readonly status: 400 | 403 | 500

  constructor(
    errors: readonly FaultError[],
    type: FaultType = 'ValidationFault',
    status: 400 | 403 | 500 = 400,
  ) {
    super(errors.map(error => error.detail).join(' '))
    this.errors = errors
    this.type = type
    this.status = status
  }
}

/** The `Fault` object of an answer. */
export function faultWire(fault: ApiFault): Record<string, unknown> {
  return {
    Error: fault.errors.map(({ code, message, detail, element }) => ({
      Message: message,
      Detail: detail,
      code,
      element: element ?? '',
    })),
    type: fault.type,
  }
}
