import '@angular/compiler'
import { CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling'
import { Component, inject, provideZonelessChangeDetection, signal } from '@angular/core'
import { MatTableModule } from '@angular/material/table'
import { bootstrapApplication, DomSanitizer } from '@angular/platform-browser'
import { byCurrentColour, cellHtml } from '../clouds.ts'
import { type ColumnName, everyColumn, headers, type ListedInvoice } from '../invoices.ts'
import type { Shown, ShowPage } from '../page.ts'

const shown = signal<Shown>({ columns: [], invoices: [] })

/** Angular Material's table within the CDK's virtual scroll: header and rows of elements of its own. */
const InvoiceTable = Component({
  selector: 'invoice-table',
  imports: [MatTableModule, CdkVirtualScrollViewport, CdkFixedSizeVirtualScroll, CdkVirtualForOf],
  template: `
    <cdk-virtual-scroll-viewport itemSize="40" style="height: 400px">
      <mat-table [dataSource]="rows()">
        @for (column of every; track column) {
          <ng-container [matColumnDef]="column">
            <mat-header-cell *matHeaderCellDef>{{ headers[column] }}</mat-header-cell>
            <mat-cell *matCellDef="let invoice" [innerHTML]="html(invoice, column)"></mat-cell>
          </ng-container>
        }
        <mat-header-row *matHeaderRowDef="columns()"></mat-header-row>
        <mat-row *matRowDef="let row; columns: columns()"></mat-row>
      </mat-table>
      
    </cdk-virtual-scroll-viewport>`,
})(
  class {
    headers = headers
    every = everyColumn
    sanitizer = inject(DomSanitizer)
    all = () => [...shown().invoices]
    rows = () => [...shown().invoices]
    columns = () => [...shown().columns]
    html = (invoice: ListedInvoice, column: ColumnName) =>
      this.sanitizer.bypassSecurityTrustHtml(cellHtml(invoice, column, byCurrentColour))
  },
)

const show: ShowPage = (root, first) => {
  shown.set(first)
  root.append(document.createElement('invoice-table'))
  void bootstrapApplication(InvoiceTable, { providers: [provideZonelessChangeDetection()] })
  return next => shown.set(next)
}
export default show
