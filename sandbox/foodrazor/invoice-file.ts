import type { StoredInvoice } from '#sandbox/data/sandbox-data.ts'

/** The file that came with an invoice, as the app stores it: a PDF, whatever the document was sent as. */
export function fileNameOf({ fileName }: StoredInvoice): string | null {
  return fileName === null ? null : fileName.replace(/\.xml$/i, '.pdf')
}

/** The invoice on paper: a one-page PDF with its number, supplier, date, lines and total. */
export function invoiceFile(invoice: StoredInvoice, supplier: string): Uint8Array<ArrayBuffer> {
  const written = [
    supplier,
    `Invoice ${invoice.invoiceNo}`,
    invoice.date,
    '',
    ...invoice.lines.map(({ quantity, unit, description, amount }) =>
      [quantity, unit, description, amount].join('  '),
    ),
    '',
    `Total ${invoice.currency} ${invoice.total}`,
  ]
  const shown = written.map(line => `(${literal(line)}) Tj T*`).join('\n')
  return pdf(`BT /F1 10 Tf 14 TL 56 780 Td\n${shown}\nET`)
}

/** A PDF string literal in Latin-1; what that cannot hold becomes a question mark. */
function literal(text: string): string {
  return text.replace(/[^\x20-\x7e\xa0-\xff]/gu, '?').replace(/[\\()]/g, '\\$&')
}

/** PDF 1.4 with one A4 page in Helvetica (ISO 32000-1, 7.5: body, cross-reference table, trailer). */
function pdf(content: string): Uint8Array<ArrayBuffer> {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const start = text.length
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(text, letter => letter.charCodeAt(0))
}
