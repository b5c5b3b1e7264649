package convert

import (
	"sort"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"
)

//go:generate go run ./foldgen

// FoldRune returns the one rune that stands for r and for its equivalents when
// texts are compared or searched. It is idempotent, and as it goes from rune to
// rune, a text and its folding have the same number of runes.
//
// Equivalent are
//   - a character in Simplified and Traditional script and in the forms of
//     Taiwan and Hong Kong, which become the Simplified one: 發, 髮 and 发, 裡,
//     裏 and 里, 着 and 著. So do Traditional characters that only share their
//     Simplified form. The classes are those that OpenCC's character
//     dictionaries convert into each other, and some pairs that its phrases
//     exchange (瞭了, 藉借, 祇只). Japanese forms stay.
//   - compatibility ideographs and radicals and the unified ideographs;
//   - full and half width, small and vertical forms: Ａ and A, （, ﹙ and (. The
//     stop 。 and the comma 、 stay as they are, and their half forms become them;
//   - upper and lower case of letters;
//   - variants of spaces (but no tabs and line breaks), quotation marks (「 and
//     “), dashes (― and —, but – and － are -), tildes, and middle dots; ○ and 〇.
//
// Numbers like ①, ㈠ and Ⅳ, the brackets 〔〕【】《》, and accents stay. A value
// that is no rune returns as it is. FoldRune is for concurrent use and takes
// about a nanosecond.
func FoldRune(r rune) rune {
	if uint32(r) < 1<<16 {
		return r + foldPlane0[r]
	}
	return foldPair(r)
}

// foldPair folds a rune beyond the basic plane.
func foldPair(r rune) rune {
	i := sort.Search(len(foldPairs), func(i int) bool { return foldPairs[i][0] >= r })
	if i < len(foldPairs) && foldPairs[i][0] == r {
		return foldPairs[i][1]
	}
	return r
}

// Fold returns s with each rune folded as [FoldRune] does it, and the map that
// leads from the result back to s; each rune that changed is one edit. Where
// nothing changes it returns s itself and a nil map, without allocating. Bytes
// that are not UTF-8 stay. Fold is idempotent, linear in s, and for concurrent
// use.
func Fold(s string) (string, *offset.Map) {
	start := unfolded(s, 0)
	if start == len(s) {
		return s, nil
	}
	out := make([]byte, 0, len(s)+len(s)/16)
	var edits offset.Builder
	kept := 0
	for i := start; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		out = append(out, s[kept:i]...)
		edits.Keep(i - kept)
		before := len(out)
		out = utf8.AppendRune(out, FoldRune(r))
		edits.Replace(size, len(out)-before)
		kept = i + size
		i = unfolded(s, kept)
	}
	return string(append(out, s[kept:]...)), edits.Map()
}

// AppendFold appends the folding of s to dst, for callers that need no map. It
// allocates nothing where dst has room; the folding of a string is at most as
// long as the string, but for rare characters beyond the basic plane.
func AppendFold(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		next := unfolded(s, i)
		dst = append(dst, s[i:next]...)
		if i = next; i < len(s) {
			r, size := utf8.DecodeRuneInString(s[i:])
			dst = utf8.AppendRune(dst, FoldRune(r))
			i += size
		}
	}
	return dst
}

// unfolded returns where the first rune at or after from is that folding
// changes, len(s) where none does.
func unfolded(s string, from int) int {
	for i := from; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if foldPlane0[c] != 0 {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r != utf8.RuneError && FoldRune(r) != r {
			return i
		}
		i += size
	}
	return len(s)
}
