// Package browser tests examples/explorer in a real browser: Chromium, driven
// by chromedp. Its module is a nested one, so that who imports the library does
// not depend on a browser driver.
package browser
