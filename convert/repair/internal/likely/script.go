package likely

import (
	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/internal/lazy"
)

// targets marks the ideographs that others fold to.
func targets() *[0xA000 - 0x4E00]bool { return targetsValue.Get(makeTargets) }

var targetsValue lazy.Value[*[0xA000 - 0x4E00]bool]

func makeTargets() *[0xA000 - 0x4E00]bool {
	var t [0xA000 - 0x4E00]bool
	for r := rune(0x4E00); r < 0xA000; r++ {
		if f := convert.FoldRune(r); f != r && IsHan(f) {
			t[f-0x4E00] = true
		}
	}
	return &t
}

// simplifiedOnly reports whether r is an ideograph that others fold to. A few
// of these, such as 后 and 里, are of both scripts.
func simplifiedOnly(r rune) bool { return IsHan(r) && targets()[r-0x4E00] }

// AtLarge returns the model of Chinese at large in the script of a text, of both
// where the text does not tell.
func AtLarge(text []rune) *Model {
	hant, hans := 0, 0
	for _, r := range text {
		switch {
		case !IsHan(r):
		case convert.FoldRune(r) != r:
			hant++
		case simplifiedOnly(r):
			hans++
		}
	}
	return &Model{Hant: hant > hans, Hans: hans > hant}
}
