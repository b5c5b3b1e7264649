// Package frequency tells how common Chinese characters and pairs of them are.
//
// It is what charset and repair weigh evidence with. Its tables are made from
// the word lists and the running text of the module github.com/go-ego/gse by
// the program in gen; they hold statistics only. They are unpacked on first
// use, and everything is safe for concurrent use.
package frequency

import (
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	_ "embed" // for the tables
	"github.com/qiaotoubao/fangan/internal/lazy"
)

//go:generate go run ./gen

//go:embed singles.txt
var singlesText string

//go:embed pairs.txt
var pairsText string

//go:embed edges.txt
var edgesText string

// The characters that the tables cover: the block of unified ideographs.
const (
	first = 0x4E00
	last  = 0x9FFF
)

// unseen is the level of an ideograph that no list has.
const unseen = 34

func singles() *[last - first + 1]uint8 { return singlesValue.Get(makeSingles) }

var singlesValue lazy.Value[*[last - first + 1]uint8]

func makeSingles() *[last - first + 1]uint8 {
	var table [last - first + 1]uint8
	for i := range table {
		table[i] = unseen
	}
	for line := range body(singlesText) {
		level, chars, _ := strings.Cut(line, " ")
		n, err := strconv.Atoi(level)
		if err != nil {
			continue
		}
		for _, r := range chars {
			table[r-first] = uint8(n)
		}
	}
	return &table
}

// body yields the lines of a table without its head and line ends.
func body(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			if !strings.HasPrefix(line, "//") && !yield(strings.TrimSuffix(line, "\n")) {
				return
			}
		}
	}
}

// Rune returns the natural logarithm of the chance that a character of Chinese
// text, in either script, is r. It is at least -17 in the block of unified
// ideographs (U+4E00 to U+9FFF), and -17 for all that lies outside it.
func Rune(r rune) float32 {
	if r < first || last < r {
		return -unseen / 2
	}
	return -float32(singles()[r-first]) / 2
}

// pairTable holds, for each first character, a row of second characters in the
// order of their code, each with its level in the low byte.
type pairTable struct {
	row   [last - first + 2]uint32
	entry []uint32
}

func pairs() *pairTable { return pairsValue.Get(makePairs) }

var pairsValue lazy.Value[*pairTable]

func makePairs() *pairTable {
	t := &pairTable{entry: make([]uint32, 0, len(pairsText)/3)}
	filled := 0
	for line := range body(pairsText) {
		a, size := utf8.DecodeRuneInString(line)
		filled = t.fill(filled, int(a-first)+1)
		t.add(line[size:])
	}
	t.fill(filled, len(t.row))
	return t
}

// fill starts the rows from number from up to to, where the entries end now.
func (t *pairTable) fill(from, to int) int {
	for i := from; i < to; i++ {
		t.row[i] = uint32(len(t.entry))
	}
	return to
}

// add appends a row, which the file orders by level.
func (t *pairTable) add(row string) {
	start, level := len(t.entry), uint32(0)
	for _, r := range row {
		if r < utf8.RuneSelf {
			level = uint32(r - 'a')
			continue
		}
		t.entry = append(t.entry, uint32(r-first)<<8|level)
	}
	slices.Sort(t.entry[start:])
}

// edges holds how much likelier than others a character is to begin a text and
// to end one, in half nats.
type edges struct{ begins, ends [last - first + 1]int8 }

func edgesOf() *edges { return edgesValue.Get(makeEdges) }

var edgesValue lazy.Value[*edges]

func makeEdges() *edges {
	e := &edges{}
	for line := range body(edgesText) {
		fields := strings.Fields(line)
		if len(fields) != 3 {
			continue
		}
		level, err := strconv.Atoi(fields[1])
		if err != nil {
			continue
		}
		table := &e.begins
		if fields[0] == "e" {
			table = &e.ends
		}
		for _, r := range fields[2] {
			table[r-first] = int8(level)
		}
	}
	return e
}

// Begin returns the natural logarithm of how much likelier than others a
// character is to begin a sentence, from -3 to 2; 0 for what is no ideograph of
// the block. r must be what convert.FoldRune makes of the character.
func Begin(r rune) float32 {
	if r < first || last < r {
		return 0
	}
	return float32(edgesOf().begins[r-first]) / 2
}

// End returns the same for the end of a sentence.
func End(r rune) float32 {
	if r < first || last < r {
		return 0
	}
	return float32(edgesOf().ends[r-first]) / 2
}

// Pair returns the natural logarithm of the chance that b follows a, and
// whether the pair is known at all. The table holds folded pairs: a and b must
// be what convert.FoldRune makes of the characters.
func Pair(a, b rune) (float32, bool) {
	if a < first || last < a || b < first || last < b {
		return 0, false
	}
	t := pairs()
	row := t.entry[t.row[a-first]:t.row[a-first+1]]
	i, _ := slices.BinarySearch(row, uint32(b-first)<<8)
	if i == len(row) || row[i]>>8 != uint32(b-first) {
		return 0, false
	}
	return -float32(row[i]&0xFF) / 2, true
}
