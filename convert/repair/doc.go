// Package repair undoes what bad transcoding and web pages did to a text, where
// it can prove what the text was, and reports what it cannot.
//
// [Fix] never guesses: a change is made where its confidence reaches the limit,
// and for damage that can be done again, only where doing it to the repaired
// text gives the damaged text. Sound text, in either script, is returned as it
// is.
package repair
