// Package department knows who is who in Chinese government plans. It gives
// each body that a plan names an id, whatever spelling, script or width the name
// has, and finds the names of bodies in text.
//
// # Ids
//
// An id is a body's short name in Simplified script: 市发展改革委 for 市发改委,
// 市發展和改革委員會 and 上海市发展和改革委员会. [Canonical] makes it by rules from
// the parts of a name — place, level, body — for bodies of any place; a [Registry]
// adds what no rule can know, such as that 市教育局 is 市教委. [Default] has the
// bodies that the embedded plan names; [NewRegistry] takes a list of one's own.
// The forms of bodies' names, the places and the default bodies are the tables
// forms.tsv, places.tsv and bodies.tsv beside the code, decoded on first use.
//
// # Names in text
//
// A [Matcher] finds listed names and those that only look like departments in
// one pass, with spans in bytes of the text. It would rather miss a name than
// report one that is none: in particular a name that goes on at either side
// (海关 in 广州海关) is not reported as the shorter body. [LooksLike] judges a part
// of a list, where a name has no surroundings that prove it one.
//
// Everything here takes any text, invalid UTF-8 too, in linear time, and is safe
// for concurrent use.
package department
