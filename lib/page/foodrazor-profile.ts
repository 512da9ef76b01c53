import { attachmentWords, foodrazorPage } from './foodrazor-page.ts'
import type { Profile } from './profile.ts'

/**
 * The profile that ships. Nothing of Foodrazor's own requests or their JSON is published: the names below are
 * what such an API usually calls these things, and the requests are an assumption. Where an answer does not
 * look as expected the companion stops asking and says so; the detail's address is learned from the page.
 */
export const foodrazorProfile: Profile = {
  name: 'foodrazor',
  version: 1,
  // Where the content scripts wake at all is the manifest's to say; this machine's own pages are the sandbox's.
  match: ['*.foodrazor.com', 'localhost'],
  disabled: [],
  ...foodrazorPage,
  attachment: attachmentWords,
  feed: {
    fields: {
      id: ['id', '_id', 'uuid', 'invoiceId', 'orderId', 'productId', 'outletId'],
      name: ['name', 'title', 'displayName'],
      number: ['invoiceNo', 'invoiceNumber', 'invNo', 'documentNumber', 'documentNo', 'docNo', 'number'],
      supplier: ['supplier', 'vendor', 'seller'],
      taxNumber: ['taxNumber', 'taxId', 'vatNumber', 'gstNumber', 'gstRegistrationNumber', 'uen', 'abn'],
      outlet: ['outlet', 'location', 'branch', 'restaurant', 'buyer'],
      type: ['type', 'invoiceType', 'sourceType', 'source'],
      orderStatus: ['orderStatus', 'status', 'state'],
      exportStatus: ['exportStatus', 'exportState', 'syncStatus', 'integrationStatus', 'accountingStatus'],
      date: ['date', 'invoiceDate', 'documentDate', 'issueDate', 'deliveryDate'],
      dueDate: ['dueDate', 'due', 'paymentDueDate'],
      total: ['total', 'totalAmount', 'grandTotal', 'invoiceTotal', 'amountTotal'],
      currency: ['currency', 'currencyCode'],
      revision: ['updatedAt', 'modifiedAt', 'lastModified', 'updatedOn', 'version', 'revision'],
      documentType: ['documentType', 'docType', 'documentKind'],
      amountsIncludeTax: ['amountsIncludeTax', 'taxInclusive', 'pricesIncludeTax', 'isTaxInclusive'],
      lines: ['lines', 'lineItems', 'items', 'details', 'invoiceLines', 'products'],
      product: ['product', 'item', 'catalogItem'],
      productGroup: ['productGroup', 'productCategory', 'accountingGroup'],
      description: ['description', 'name', 'productName', 'title'],
      quantity: ['quantity', 'qty', 'receivedQuantity'],
      unitPrice: ['unitPrice', 'price', 'unitCost'],
      amount: ['amount', 'lineTotal', 'lineAmount', 'subtotal', 'total'],
      taxRate: ['taxRate', 'taxPercent', 'vatRate', 'gstRate', 'taxPercentage'],
      charges: ['charges', 'additionalCharges', 'adjustments', 'fees'],
      kind: ['kind', 'type', 'chargeType'],
      taxes: ['taxes', 'taxLines', 'taxBreakdown', 'taxSummary'],
      rate: ['rate', 'taxRate', 'percent'],
      taxable: ['taxable', 'taxableAmount', 'base', 'net'],
      tax: ['tax', 'taxAmount', 'amount'],
      subtotal: ['subtotal', 'subTotal', 'netTotal', 'totalExcludingTax'],
      taxTotal: ['taxTotal', 'totalTax', 'taxAmount', 'gstAmount', 'vatAmount'],
      exportError: ['exportError', 'exportErrorMessage', 'syncError', 'errorMessage'],
      linkedBills: ['linkedPlatforms', 'linkedBills', 'externalLinks', 'integrations'],
      billId: ['billId', 'externalId', 'platformId', 'id'],
      url: ['url', 'link', 'externalUrl', 'downloadUrl'],
      fileSize: ['size', 'fileSize', 'bytes', 'sizeInBytes', 'contentLength'],
      files: ['attachments', 'attachment', 'files', 'file', 'documents'],
      fileName: ['fileName', 'originalName', 'name'],
      exportMode: ['orderExportMode', 'exportMode'],
      integration: ['integration', 'accountingIntegration'],
      accountMapping: ['accountMapping', 'accountMappings', 'groupMapping', 'chartOfAccountsMapping'],
      account: ['account', 'accountCode', 'ledgerAccount', 'glAccount'],
    },
    containers: {
      outlets: ['outlets', 'outlet', 'locations', 'location', 'branches', 'branch'],
      groups: ['productGroups', 'productGroup', 'accountingGroups', 'accountingGroup'],
    },
    exportStatus: {
      ready: ['ready', 'readyToExport', 'pending', 'notExported'],
      exported: ['exported', 'exportedSuccessfully', 'success', 'synced', 'done'],
      'missing-product-group': ['missingProductGroup', 'missingProductGroups', 'missing', 'incomplete'],
      failed: ['failed', 'exportFailed', 'error', 'failure'],
    },
    completed: ['completed', 'complete', 'closed', 'received'],
    attachment: ['attachment', 'invoiceAttachment', 'file', 'upload'],
    creditNote: ['creditNote', 'credit', 'supplierCredit', 'creditMemo'],
    modes: {
      manual: ['manual'],
      'product-groups-required': ['productGroupsRequired', 'productGroupsSettingsRequired', 'semiAutomatic'],
      automatic: ['automatic', 'auto'],
    },
    charges: {
      allowance: ['allowance', 'discount'],
      delivery: ['delivery', 'shipping', 'freight'],
      deposit: ['deposit'],
      rounding: ['rounding', 'roundingAdjustment'],
    },
  },
  requests: {
    invoiceDetail: { method: 'GET', url: '/api/v1/invoices/{id}', body: {} },
    outletIntegration: { method: 'GET', url: '/api/v1/outlets/{id}/integration', body: {} },
    setProductGroup: { method: 'PATCH', url: '/api/v1/products/{id}', body: { productGroupId: 'groupId' } },
    createProductGroup: { method: 'POST', url: '/api/v1/product-groups', body: { name: 'name' } },
  },
}
