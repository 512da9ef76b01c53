import { z } from 'zod'

const Ref = z.looseObject({ value: z.string(), name: z.string().optional() })

const FaultError = z.looseObject({
  Message: z.string(),
  Detail: z.string(),
  code: z.string(),
  element: z.string(),
})
const Fault = z.looseObject({ Error: z.array(FaultError).min(1), type: z.string() })

const Line = z.looseObject({
  Id: z.string().optional(),
  LineNum: z.number().optional(),
  Amount: z.number(),
  Description: z.string().optional(),
  AccountBasedExpenseLineDetail: z
    .looseObject({
      AccountRef: Ref.optional(),
      ClassRef: Ref.optional(),
      TaxCodeRef: Ref.optional(),
      TaxInclusiveAmt: z.number().optional(),
    })
    .optional(),
})

const TaxLine = z.looseObject({
  Amount: z.number(),
  TaxLineDetail: z.looseObject({ TaxRateRef: Ref, TaxPercent: z.number(), NetAmountTaxable: z.number() }),
})

/** An object of an answer, as far as the tests look at it. */
export const Item = z.looseObject({
  Id: z.string().optional(),
  SyncToken: z.string().optional(),
  status: z.string().optional(),
  Name: z.string().optional(),
  DisplayName: z.string().optional(),
  Active: z.boolean().optional(),
  DocNumber: z.string().optional(),
  TxnDate: z.string().optional(),
  DueDate: z.string().optional(),
  PrivateNote: z.string().optional(),
  CurrencyRef: Ref.optional(),
  VendorRef: Ref.optional(),
  APAccountRef: Ref.optional(),
  TotalAmt: z.number().optional(),
  Balance: z.number().optional(),
  ExchangeRate: z.number().optional(),
  Line: z.array(Line).optional(),
  TxnTaxDetail: z.looseObject({ TotalTax: z.number(), TaxLine: z.array(TaxLine) }).optional(),
  LinkedTxn: z.array(z.looseObject({ TxnId: z.string(), TxnType: z.string() })).optional(),
})
export type Item = z.infer<typeof Item>

const List = z.array(Item).default([])

const QueryResponse = z.looseObject({
  Account: List,
  Vendor: List,
  TaxCode: List,
  TaxRate: List,
  Bill: List,
  Attachable: List,
  startPosition: z.number().optional(),
  maxResults: z.number().optional(),
  totalCount: z.number().optional(),
  Fault: Fault.optional(),
})

/** The body of any answer of the API. */
export const Body = z.looseObject({
  Fault: Fault.optional(),
  fault: z
    .looseObject({
      error: z.array(z.looseObject({ message: z.string(), detail: z.string(), code: z.string() })),
      type: z.string(),
    })
    .optional(),
  Bill: Item.optional(),
  VendorCredit: Item.optional(),
  Vendor: Item.optional(),
  BillPayment: Item.optional(),
  Attachable: Item.optional(),
  QueryResponse: QueryResponse.optional(),
  BatchItemResponse: z
    .array(
      z.looseObject({
        bId: z.string(),
        Bill: Item.optional(),
        Fault: Fault.optional(),
        QueryResponse: QueryResponse.optional(),
      }),
    )
    .optional(),
  CDCResponse: z
    .array(z.looseObject({ QueryResponse: z.array(QueryResponse).optional(), Fault: Fault.optional() }))
    .optional(),
  AttachableResponse: z
    .array(z.looseObject({ Attachable: Item.optional(), Fault: Fault.optional() }))
    .optional(),
})
export type Body = z.infer<typeof Body>

/** The code and the words of a refusal, e.g. `610 Object Not Found : …`; undefined where there is none. */
export function refusal(body: Body): string | undefined {
  const error = body.Fault?.Error[0]
  return error && `${error.code} ${error.Detail}`
}
