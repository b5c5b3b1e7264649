package likely

import (
	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/charset/frequency"
	"github.com/qiaotoubao/fangan/internal/lazy"
)

// rareCost is how rare a character must be, in nats, to be looked at twice.
const rareCost = -9.5

// rareSet has a bit for each rare ideograph.
func rareSet() *[(0xA000 - 0x4E00) / 64]uint64 { return rareSetValue.Get(makeRareSet) }

var rareSetValue lazy.Value[*[(0xA000 - 0x4E00) / 64]uint64]

func makeRareSet() *[(0xA000 - 0x4E00) / 64]uint64 {
	var set [(0xA000 - 0x4E00) / 64]uint64
	for r := rune(0x4E00); r < 0xA000; r++ {
		if frequency.Rune(convert.FoldRune(r)) < rareCost {
			set[(r-0x4E00)/64] |= 1 << ((r - 0x4E00) % 64)
		}
	}
	return &set
}

// Rare reports whether the ideograph r is rare.
func Rare(r rune) bool { return rareSet()[(r-0x4E00)/64]>>((r-0x4E00)%64)&1 != 0 }
