/** Preloaded into a child process: it ends with the one who started it, even if that one was killed. */
process.stdin.on('end', () => process.exit())
process.stdin.resume()
// Watching must not be a reason to live on. The types know terminals and files too; a pipe can be let go.
if ('unref' in process.stdin) process.stdin.unref()
