// Package repair undoes what bad transcodings did to text, where that can be
// told, and says where it cannot.
//
// [Fix] changes what it is sure of and reports the rest, each place with its
// kind, evidence and confidence. Confidence is the chance to be right as it was
// measured on damaged places; a lower [Options].Limit repairs more and errs more.
// Sound text, in either script, is returned as it is. Replaced bytes, which it
// looks for in GB18030 and Big5, are proved: the repaired text, sent through the
// same damage again, gives the damaged text. Who has the file itself and not
// only its text does better with [FixDecoded].
//
// The kinds that come of encodings have a package each below internal: replaced
// bytes, charsets taken for others; and likely, what both weigh readings with.
package repair
