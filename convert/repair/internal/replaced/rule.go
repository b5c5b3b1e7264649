package replaced

import (
	"fmt"
	"slices"

	"github.com/qiaotoubao/fangan/convert/charset"
)

// rule is a replacement of bytes, made at any place of the encoded text.
type rule struct{ from, to string }

// String writes the rule in hexadecimal, as A3BF→3F.
func (r rule) String() string {
	if r.to == "" {
		return fmt.Sprintf("%X→nothing", r.from)
	}
	return fmt.Sprintf("%X→%X", r.from, r.to)
}

// candidate is a rule with what it costs, in nats, to believe in it.
type candidate struct {
	rule
	cost float32
}

// What rules cost before a document has shown them: a character for its own
// half-width form; for something like it; for a question mark or a blank; and
// any two bytes at all.
const (
	costWidth   = 1
	costAlike   = 3
	costSubst   = 5
	costUnknown = 12
	costLeft    = 3 // and for each place where it was not replaced
	costOdd     = 8 // and where it became what is neither a question mark nor a blank
	costEach    = 2 // and for each site that is asked, since the best of many fits by chance
)

// alike pairs full-width characters with what programs put for them that is no
// half-width form.
var alike = []struct {
	wide rune
	to   string
}{
	{'\u3000', " "},
	{'\u3000', "  "},
	{'、', ","},
	{'。', "."},
	{'·', "."},
	{'—', "-"},
	{'—', "--"},
	{'…', "..."},
	{'…', "."},
	{'‘', "'"},
	{'’', "'"},
	{'“', "\""},
	{'”', "\""},
	{'《', "<"},
	{'》', ">"},
	{'「', "\""},
	{'」', "\""},
	{'『', "'"},
	{'』', "'"},
	{'〔', "("},
	{'〕', ")"},
	{'【', "("},
	{'】', ")"},
	{'×', "*"},
	{'～', "-"},
}

// substituted are characters that programs put a question mark or a blank for.
const substituted = "\u3000、。·—…‘’“”〔〕《》「」『』【】〈〉，；：！（）０１２３４５６７８９"

// catalog lists the rules that are known to have been run over encoded text and
// whose replacement begins with the given ASCII character, each once.
func catalog(code charset.Charset, first rune) []candidate {
	var list []candidate
	add := func(wide rune, to string, cost float32) {
		b, ok := code.AppendRune(nil, wide)
		if r := (rule{string(b), to}); ok && len(b) == 2 && !slices.ContainsFunc(list, func(c candidate) bool { return c.rule == r }) {
			list = append(list, candidate{r, cost})
		}
	}
	if '!' <= first && first <= '~' {
		add(first+fullWidthShift, string(first), costWidth)
	}
	for _, a := range alike {
		if rune(a.to[0]) == first {
			add(a.wide, a.to, costAlike)
		}
	}
	if first == '?' || first == ' ' {
		for _, r := range substituted {
			add(r, string(first), costSubst)
		}
	}
	return list
}
