package lexicon

import (
	_ "embed" // the image

	"github.com/qiaotoubao/fangan/internal/lazy"
)

//go:generate go run ./gen

// image is the list of words as the generator left it, read in place.
//
//go:embed words.bin
var image string

// Words returns the list of words that comes with the module. Opening it
// decodes nothing.
func Words() (*Lexicon, error) {
	w := words.Get(func() opened {
		l, err := Open(image)
		return opened{l, err}
	})
	return w.list, w.err
}

type opened struct {
	list *Lexicon
	err  error
}

var words lazy.Value[opened]
