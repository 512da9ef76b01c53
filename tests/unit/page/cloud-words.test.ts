import { describe, expect, test } from 'vitest'
import { statusInWords } from '#lib/page/cloud-words.ts'
import { foodrazorPage } from '#lib/page/foodrazor-page.ts'

const status = (text: string) => statusInWords(text, foodrazorPage.clouds)?.status ?? null

const said = {
  English: {
    ready: ['Ready to Export', 'Not exported', 'Not yet exported', 'Has not been exported', 'Unexported'],
    exported: ['Exported Successfully', 'EXPORTED', 'Status: exported (3 Nov)', 'Exported—draft bill'],
    'missing-product-group': ['Missing Product Group', '2 products without a group'],
    failed: ['Export Failed', 'Failed to export', 'Export failed: not exported', 'Could not be exported'],
  },
  'simplified Chinese': {
    ready: ['准备导出', '未导出', '尚未导出', '状态：待导出'],
    exported: ['导出成功', '已导出', '该发票已成功导出。'],
    'missing-product-group': ['缺少产品组', '部分产品缺少产品分组'],
    failed: ['导出失败', '无法导出', '导出失败：未导出'],
  },
  'traditional Chinese': {
    ready: ['準備匯出', '未匯出', '尚未導出'],
    exported: ['匯出成功', '已匯出', '已導出'],
    'missing-product-group': ['缺少產品群組'],
    failed: ['匯出失敗', '無法匯出'],
  },
  Malay: {
    ready: ['Sedia untuk dieksport', 'Belum dieksport', 'Tidak dieksport'],
    exported: ['Berjaya dieksport', 'Telah dieksport'],
    'missing-product-group': ['Tiada kumpulan produk'],
    failed: ['Eksport gagal', 'Gagal dieksport'],
  },
  Indonesian: {
    ready: ['Siap diekspor', 'Belum diekspor', 'Belum berhasil diekspor; belum diekspor'],
    exported: ['Berhasil diekspor', 'Sudah diekspor'],
    'missing-product-group': ['Grup produk belum ada', 'Tidak ada grup produk'],
    failed: ['Ekspor gagal', 'Gagal diekspor', 'Tidak dapat diekspor'],
  },
  Thai: {
    ready: ['พร้อมส่งออก', 'ยังไม่ได้ส่งออก', 'รอการส่งออก'],
    exported: ['ส่งออกสำเร็จ', 'ส่งออกแล้ว', 'สถานะ:ส่งออกเรียบร้อย'],
    'missing-product-group': ['ไม่มีกลุ่มสินค้า'],
    failed: ['ส่งออกไม่สำเร็จ', 'การส่งออกล้มเหลว'],
  },
  Vietnamese: {
    ready: ['Sẵn sàng xuất', 'Chưa xuất', 'Chưa được xuất'],
    exported: ['Xuất thành công', 'Đã xuất', 'Đã được xuất'.normalize('NFD')],
    'missing-product-group': ['Thiếu nhóm sản phẩm'],
    failed: ['Xuất thất bại', 'Xuất không thành công', 'Không thể xuất'],
  },
  Japanese: {
    ready: ['エクスポート可能', '未エクスポート', 'エクスポートされていません', 'ｴｸｽﾎﾟｰﾄ待ち'],
    exported: ['エクスポート済み', 'エクスポートに成功しました'],
    'missing-product-group': ['商品グループ未設定', '商品グループがありません'],
    failed: ['エクスポート失敗', 'エクスポートに失敗しました', 'エクスポートできません'],
  },
}

describe.each(Object.entries(said))('in %s', (_, statuses) => {
  test.each(Object.entries(statuses))('says %s', (wanted, texts) => {
    expect(Object.fromEntries(texts.map(text => [text, status(text)]))).toEqual(
      Object.fromEntries(texts.map(text => [text, wanted])),
    )
  })
})

test.each([
  'Not exported successfully',
  'Will be exported',
  'Being exported',
  'Cannot be successfully exported',
  'Not missing product group',
  '未能成功导出',
  '尚未被成功导出',
  '尚未成功匯出',
  'Belum berhasil diekspor',
  'Tidak berjaya dieksport',
  'Akan diekspor',
  'Chưa xuất thành công',
  'Sẽ được xuất thành công',
  'ยังไม่ส่งออกสำเร็จ',
  'ยังไม่ได้รับการส่งออกสำเร็จ',
  'エクスポート済みではありません',
])('does not take “%s” for exported', text => {
  expect(status(text)).not.toBe('exported')
})

test.each(['Invoice No. 12 exported', 'Not now. Exported successfully', '不含税。已导出'])(
  'lets a negation of another clause alone: “%s”',
  text => {
    expect(status(text)).toBe('exported')
  },
)

test.each(['', '—', 'Export', 'exporter', 'Unready', 'Faileds', '导出', 'x'.repeat(301)])(
  'hears nothing in “%s”',
  text => {
    expect(status(text)).toBeNull()
  },
)

test('says so where two things are said', () => {
  expect(statusInWords('Ready to export, export failed', foodrazorPage.clouds)?.plainly).toBe(false)
  expect(statusInWords('Exported (exported successfully)', foodrazorPage.clouds)?.plainly).toBe(true)
})

test('gives the same answer again, and knows the clouds of one profile from those of another', () => {
  const { ready, ...others } = foodrazorPage.clouds
  const without = { ...others, ready: { ...ready, text: [] } }
  expect(status('Ready to export')).toBe('ready')
  expect(statusInWords('Ready to export', without)).toBeNull()
  expect(status('Ready to export')).toBe('ready')
})
