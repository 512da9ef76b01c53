/** The size of a file as people read it: `12.5 MB`, of 1024 × 1024 bytes each as file limits count them. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
