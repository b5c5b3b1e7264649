// Package testcase holds what the tests of several packages share.
package testcase
