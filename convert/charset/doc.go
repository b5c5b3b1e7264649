// Package charset reads bytes of Chinese text in any of the usual encodings.
//
// [Decode] finds out the encoding and gives the text as UTF-8, with an offset
// map from the bytes to the text. It knows UTF-8, UTF-16 in both byte orders,
// GB18030 (its 2022 edition; GB 2312 and GBK are parts of it) and Big5 with the
// Hong Kong supplement. A byte order mark decides; otherwise the likelihood of
// the text in each encoding does, and a declaration in the file (an HTML meta
// element, an XML declaration) or from outside weighs in. A declaration that
// the bytes contradict loses and is reported.
//
// Bytes that are no text in the encoding become U+FFFD, one for each malformed
// sequence, so that they stay visible; each is an edit of the map and has a
// [Diagnostic] with its place. [Result.Original] gives back the bytes of any
// part of the text.
package charset
