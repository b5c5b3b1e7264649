package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

const (
	gseModule  = "github.com/go-ego/gse"
	gseVersion = "v1.0.2"

	// rareCount is what gse's list gives to words it never counted; they say
	// nothing on how likely a word is.
	rareCount = 3
	// longestWord is where words end to matter: longer ones are put together
	// from shorter ones with the same borders.
	longestWord = 4
	// phraseCount is the count of a phrase of OpenCC that gse's list lacks.
	phraseCount = 3
	// singleShare is the most by which a rune is rarer alone than in words.
	singleShare = 20
)

// recentCounts are for words that became common after gse's list was counted,
// by the order of magnitude of their neighbours in it.
var recentCounts = map[string]int{"云": 2000, "线上": 2000, "线下": 2000, "数据": 20000}

// word is what the lattice knows of a folded word.
type word struct {
	count   int
	special bool // its conversion differs from that of its characters
	holds   bool // a phrase with a special one inside, which it protects
}

// loadCounts reads gse's word list for Simplified Chinese: lines of a word, its
// count in some corpus, and a part of speech, separated by spaces.
func loadCounts() (map[string]int, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Version}} {{.Dir}}", gseModule).Output()
	if err != nil {
		return nil, fmt.Errorf("go list %s: %w", gseModule, err)
	}
	version, dir, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
	if version != gseVersion {
		return nil, fmt.Errorf("want %s %s, the module has %s", gseModule, gseVersion, version)
	}
	file, err := os.Open(filepath.Join(dir, "data", "dict", "zh", "s_1.txt"))
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	counts := map[string]int{}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		fields := strings.Split(lines.Text(), " ")
		if len(fields) < 2 {
			continue
		}
		if n, err := strconv.Atoi(fields[1]); err == nil {
			counts[fields[0]] += n
		}
	}
	maps.Copy(counts, recentCounts)
	return counts, lines.Err()
}

// selectWords joins the counted words and the phrases that matter, all folded.
func selectWords(counts map[string]int, dicts dictionaries, fold folding) map[string]word {
	words := map[string]word{}
	for text, n := range counts {
		text = fold.text(text)
		length := len([]rune(text))
		if isHan(text) && length <= longestWord && (n > rareCount || length == 1) {
			w := words[text]
			w.count += n
			words[text] = w
		}
	}
	raiseSingles(words)
	special := specialPhrases(dicts, fold)
	for text := range special {
		w := words[text]
		words[text] = word{max(w.count, phraseCount), true, false}
	}
	for _, name := range phraseFiles {
		for _, e := range dicts[name] {
			if text := fold.text(e.key); isHan(text) && !special[text] && containsAny(text, special) {
				w := words[text]
				words[text] = word{max(w.count, phraseCount), false, true}
			}
		}
	}
	return words
}

// raiseSingles gives each rune that is a word a count of at least one in
// singleShare of its occurrences in longer words. The list has next to nothing
// for many that are words of their own all the time (里, 云, 谷).
func raiseSingles(words map[string]word) {
	within := map[string]int{}
	for text, w := range words {
		if runes := []rune(text); len(runes) > 1 {
			for _, r := range runes {
				within[string(r)] += w.count
			}
		}
	}
	for text, n := range within {
		if w, ok := words[text]; ok {
			w.count = max(w.count, n/singleShare)
			words[text] = w
		}
	}
}

// phraseFiles are the dictionaries of phrases for Chinese.
var phraseFiles = []string{
	"STPhrases", "TSPhrases", "TWPhrases", "TWPhrasesRev", "HKPhrases", "HKPhrasesRev",
	"TWVariantsPhrases", "TWVariantsRevPhrases", "HKVariantsPhrases", "HKVariantsRevPhrases",
}

// specialPhrases finds the folded phrases for which it matters whether they
// are seen as one: where some dictionary converts them otherwise than character
// by character.
func specialPhrases(dicts dictionaries, fold folding) map[string]bool {
	characters := map[string]map[rune]rune{
		"ST": firstValues(dicts["STCharacters"]), "TS": firstValues(dicts["TSCharacters"]),
		"TW": firstValues(dicts["TWVariants"]), "HK": firstValues(dicts["HKVariants"]),
	}
	special := map[string]bool{}
	for _, name := range phraseFiles {
		convert := characters[name[:2]]
		if strings.HasPrefix(name[2:], "VariantsRev") {
			convert = inverse(convert)
		}
		for _, e := range dicts[name] {
			single := strings.Map(func(r rune) rune { return folding(convert).of(r) }, e.key)
			if text := fold.text(e.key); e.values[0] != single && isHan(text) && len([]rune(text)) > 1 {
				special[text] = true
			}
		}
	}
	return special
}

// firstValues is a dictionary of characters as a map.
func firstValues(entries []entry) map[rune]rune {
	m := map[rune]rune{}
	for _, e := range entries {
		m[one(e.key)] = one(e.values[0])
	}
	return m
}

func inverse(m map[rune]rune) map[rune]rune {
	back := map[rune]rune{}
	for from, to := range m {
		if was, ok := back[to]; !ok || from < was {
			back[to] = from
		}
	}
	return back
}

// containsAny reports whether a part of text is in the set.
func containsAny(text string, set map[string]bool) bool {
	runes := []rune(text)
	for i := range runes {
		for j := i + 2; j <= len(runes); j++ {
			if set[string(runes[i:j])] {
				return true
			}
		}
	}
	return false
}

// text folds each rune of s.
func (f folding) text(s string) string { return strings.Map(f.of, s) }

// isHan reports whether s is made of ideographs of the index only.
func isHan(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r < firstHan || r > lastHan })
}

// Costs are negative logarithms of probabilities, in units of 1/costUnit.
const (
	costUnit = 12
	maxCost  = 255
)

// cost is that of a word seen n times among total, at least 1, since 0 says
// that there is no such word.
func cost(n, total int) uint8 {
	if n == 0 {
		return 0
	}
	c := math.Round(costUnit * math.Log(float64(total)/float64(n)))
	return uint8(min(max(c, 1), maxCost))
}

// wordImage packs the words: see the package contextual for the format.
func wordImage(words map[string]word) []byte {
	trie := wordTrie(words)
	return slices.Concat(phraseFilter(words), pairFilter(words), firstIndex(trie), trie)
}

// The ideographs that the index of first runes covers.
const (
	firstHan = 0x3400
	lastHan  = 0x9FFF
)

// firstIndex gives the number of the root's child for each ideograph.
func firstIndex(trie []byte) []byte {
	index := make([]byte, 2*(lastHan-firstHan+1))
	children := int(trie[9]) | int(trie[10])<<8 // those of node 1 begin after those of the root
	for n := 1; n < children; n++ {
		label := int(trie[n*6]) | int(trie[n*6+1])<<8
		binary.LittleEndian.PutUint16(index[2*(label-firstHan):], uint16(n))
	}
	return index
}

// The sizes of the filters in bits are powers of two.
const (
	phraseBits = 18
	pairBits   = 20
)

// phraseFilter has bits set for how each special phrase begins: for its first
// two runes, and again with another seed for the whole phrase of two, or the
// first three runes.
func phraseFilter(words map[string]word) []byte {
	filter := make([]byte, 1<<phraseBits/8)
	for text, w := range words {
		if r := []rune(text); w.special {
			set(filter, r[0], r[1], 0)
			if len(r) == 2 {
				set(filter, r[0], r[1], 1)
			} else {
				set(filter, r[0], r[1], r[2])
			}
		}
	}
	return filter
}

// pairFilter has a bit set for each two runes that follow one another in some
// word.
func pairFilter(words map[string]word) []byte {
	filter := make([]byte, 1<<pairBits/8)
	for text := range words {
		r := []rune(text)
		for i := range r[1:] {
			setBit(filter, hash(r[i], r[i+1], 0)>>(32-pairBits))
		}
	}
	return filter
}

// set sets the bit of a phrase filter for three runes.
func set(filter []byte, a, b, c rune) { setBit(filter, hash(a, b, c)>>(32-phraseBits)) }

// hash is that of the package contextual.
func hash(a, b, c rune) uint32 {
	return uint32(a)*0x9E3779B1 + uint32(b)*0x85EBCA6B + uint32(c)*0xC2B2AE35
}

func setBit(filter []byte, bit uint32) { filter[bit/8] |= 1 << (bit % 8) }

// wordTrie numbers the nodes level by level.
func wordTrie(words map[string]word) []byte {
	total := 0
	for _, w := range words {
		total += w.count
	}
	sorted := make([][]rune, 0, len(words))
	for text := range words {
		sorted = append(sorted, []rune(text))
	}
	slices.SortFunc(sorted, slices.Compare)
	nodes := []byte{}
	next := 1 // the number of the first child of the next node
	for level := []group{{words: sorted}}; len(level) > 0; {
		var below []group
		for _, g := range level {
			children := g.children()
			w := words[string(g.prefix)]
			nodes = append(nodes, g.node(cost(w.count, total), w, next)...)
			next += len(children)
			below = append(below, children...)
		}
		level = below
	}
	return append(nodes, 0, 0, 0, byte(next), byte(next>>8), byte(next>>16))
}

// group is a node of the trie: the words with a common prefix, sorted.
type group struct {
	prefix []rune
	words  [][]rune
}

// children splits the longer words of the group by their next rune.
func (g group) children() []group {
	var all []group
	depth := len(g.prefix)
	for _, w := range g.words {
		if len(w) == depth {
			continue
		}
		if n := len(all); n == 0 || all[n-1].prefix[depth] != w[depth] {
			all = append(all, group{prefix: w[:depth+1]})
		}
		last := &all[len(all)-1]
		last.words = append(last.words, w)
	}
	return all
}

// node renders the six bytes of a node.
func (g group) node(cost uint8, w word, child int) []byte {
	label := rune(0)
	if len(g.prefix) > 0 {
		label = g.prefix[len(g.prefix)-1]
	}
	if w.special {
		child |= 1 << 23
	}
	if w.holds {
		child |= 1 << 22
	}
	return []byte{byte(label), byte(label >> 8), cost, byte(child), byte(child >> 8), byte(child >> 16)}
}
