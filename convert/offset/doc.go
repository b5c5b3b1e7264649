// Package offset keeps track of places in a text while the text is changed.
//
// Every step of this module that changes a text (decoding, repair, script
// conversion, folding) returns a [Map] beside the new text. A Map carries a
// [Span] of the new text back to the old one and forth, and maps of several
// steps compose with [Map.Then], so that a place in the last text can be shown
// in the first.
//
// All offsets are in bytes and all spans are half-open. A span that ends inside
// an edit is widened to the whole edit: what became what within an edit is not
// known, and so no rune is ever split.
package offset
