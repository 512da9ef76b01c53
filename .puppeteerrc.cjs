// The browser is found or installed by .ci/prepare.mjs, which also works where puppeteer's download host is out of reach.
module.exports = { skipDownload: true }
