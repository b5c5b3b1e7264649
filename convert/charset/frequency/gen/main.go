// Command gen makes the frequency tables from the word lists of
// github.com/go-ego/gse, whose version go.mod fixes.
//
// Run it with go generate, in the folder above.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"log"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/qiaotoubao/fangan/convert"
)

const module = "github.com/go-ego/gse"

func main() {
	log.SetFlags(0)
	dir := moduleDir()
	simplified := readWords(filepath.Join(dir, "data/dict/zh/s_1.txt"))
	traditional := readWords(filepath.Join(dir, "data/dict/zh/t_1.txt"))
	lines := readLines(filepath.Join(dir, "data/dict/zh/tf_idf_origin.txt"))

	singles := mix(
		share{0.25, countSingles(simplified)},
		share{0.25, countSingles(lines)},
		share{0.5, countSingles(traditional)},
	)
	write("singles.txt", singlesTable(singles))
	write("pairs.txt", pairsTable(fold(append(simplified, traditional...)), fold(lines)))
	write("edges.txt", edgesTable(lines))
}

// moduleDir returns the folder of the module in the module cache.
func moduleDir() string {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}} {{.Version}}", module).Output()
	if err != nil {
		log.Fatal(err)
	}
	dir, version, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
	if version != "v1.0.2" {
		log.Fatalf("the tables are made from v1.0.2, not %s: read them again and change this line", version)
	}
	return dir
}

// fold brings the texts to the form that pairs are asked for in.
func fold(texts []weighted) []weighted {
	for _, t := range texts {
		for i, r := range t.text {
			t.text[i] = convert.FoldRune(r)
		}
	}
	return texts
}

// weighted is a piece of text and how often it was seen.
type weighted struct {
	text  []rune
	count float64
}

// readWords reads lines of word, count and part of speech.
func readWords(name string) []weighted {
	var words []weighted
	eachLine(name, func(line string) {
		fields := strings.Fields(line)
		if len(fields) < 2 {
			return
		}
		count, err := strconv.ParseFloat(fields[1], 64)
		if err != nil {
			return
		}
		words = append(words, weighted{[]rune(fields[0]), count})
	})
	return words
}

// readLines reads running text, each line seen once.
func readLines(name string) []weighted {
	var lines []weighted
	eachLine(name, func(line string) { lines = append(lines, weighted{[]rune(line), 1}) })
	return lines
}

func eachLine(name string, do func(string)) {
	f, err := os.Open(name)
	if err != nil {
		log.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		do(s.Text())
	}
	if err := s.Err(); err != nil {
		log.Fatal(err)
	}
}

func inTable(r rune) bool { return 0x4E00 <= r && r <= 0x9FFF && unicode.Is(unicode.Han, r) }

func countSingles(texts []weighted) map[rune]float64 {
	counts := map[rune]float64{}
	total := 0.0
	for _, t := range texts {
		for _, r := range t.text {
			if inTable(r) {
				counts[r] += t.count
				total += t.count
			}
		}
	}
	for r := range counts {
		counts[r] /= total
	}
	return counts
}

type share struct {
	weight float64
	chance map[rune]float64
}

func mix(shares ...share) map[rune]float64 {
	sum := map[rune]float64{}
	for _, s := range shares {
		for r, p := range s.chance {
			sum[r] += s.weight * p
		}
	}
	return sum
}

// level is the chance in steps of half a nat below certainty.
func level(p float64) int { return int(math.Round(-2 * math.Log(p))) }

func singlesTable(chance map[rune]float64) []byte {
	byLevel := map[int][]rune{}
	for r, p := range chance {
		byLevel[level(p)] = append(byLevel[level(p)], r)
	}
	var b bytes.Buffer
	header(&b, "a line is a level and its characters", len(chance))
	for _, l := range slices.Sorted(maps.Keys(byLevel)) {
		slices.Sort(byLevel[l])
		fmt.Fprintf(&b, "%d %s\n", l, string(byLevel[l]))
	}
	return b.Bytes()
}

type pair struct{ a, b rune }

// pairCounts holds what one source knows of neighbours.
type pairCounts struct {
	of    map[pair]float64
	first map[rune]float64
}

func countPairs(texts []weighted) pairCounts {
	c := pairCounts{map[pair]float64{}, map[rune]float64{}}
	for _, t := range texts {
		for i, r := range t.text {
			if !inTable(r) {
				continue
			}
			c.first[r] += t.count
			if i+1 < len(t.text) && inTable(t.text[i+1]) {
				c.of[pair{r, t.text[i+1]}] += t.count
			}
		}
	}
	return c
}

// chance is the chance of b behind a; a source with few sightings of a counts
// for little.
func (c pairCounts) chance(p pair) float64 { return c.of[p] / (c.first[p.a] + 20) }

func pairsTable(words, lines []weighted) []byte {
	inWords, inLines := countPairs(words), countPairs(lines)
	single := mix(share{0.5, countSingles(words)}, share{0.5, countSingles(lines)})
	rows := map[rune][]entry{}
	n := 0
	add := func(p pair) {
		chance := 0.5*inWords.chance(p) + 0.5*inLines.chance(p)
		seen := inWords.of[p] + 4*inLines.of[p]
		if seen < minSeen || chance < minLift*single[p.b] || level(chance) > maxLevel {
			return
		}
		rows[p.a] = append(rows[p.a], entry{level(chance), p.b})
		n++
	}
	for p := range inWords.of {
		add(p)
	}
	for p := range inLines.of {
		if _, ok := inWords.of[p]; !ok {
			add(p)
		}
	}
	var b bytes.Buffer
	header(&b, "a line is a first character, then for each level its letter (a is 0) and the second characters", n)
	for _, a := range slices.Sorted(maps.Keys(rows)) {
		b.WriteRune(a)
		writeRow(&b, rows[a])
	}
	return b.Bytes()
}

// A pair is kept where it was seen often enough and says more than its second
// character alone.
const (
	minSeen  = 3
	minLift  = 2.5
	maxLevel = 25
)

type entry struct {
	level  int
	second rune
}

func writeRow(b *bytes.Buffer, row []entry) {
	slices.SortFunc(row, func(x, y entry) int {
		return cmp.Or(cmp.Compare(x.level, y.level), cmp.Compare(x.second, y.second))
	})
	last := -1
	for _, e := range row {
		if e.level != last {
			b.WriteByte(byte('a' + e.level))
			last = e.level
		}
		b.WriteRune(e.second)
	}
	b.WriteByte('\n')
}

// edgesTable tells of characters how much likelier than others they are to begin
// a text and to end one, as the lines do: the running text has no stops.
func edgesTable(lines []weighted) []byte {
	all, begins, ends := map[rune]float64{}, map[rune]float64{}, map[rune]float64{}
	total, n := 0.0, 0.0
	for _, l := range lines {
		if len(l.text) == 0 {
			continue
		}
		begins[l.text[0]]++
		ends[l.text[len(l.text)-1]]++
		n++
		for _, r := range l.text {
			all[r]++
			total++
		}
	}
	var b bytes.Buffer
	header(&b, "a line is b for the first character or e for the last, the level and the characters; those of level 0 are left out", len(all))
	writeEdges(&b, "b", begins, all, n/total)
	writeEdges(&b, "e", ends, all, n/total)
	return b.Bytes()
}

// What bounds an edge, in half nats, and how many sightings are taken for granted.
const (
	edgeLeast = -6
	edgeMost  = 4
	edgePrior = 0.5
)

func writeEdges(b *bytes.Buffer, kind string, seen, all map[rune]float64, share float64) {
	byLevel := map[int][]rune{}
	for r, count := range all {
		if inTable(r) {
			ratio := (seen[r] + edgePrior) / (count*share + edgePrior)
			level := max(edgeLeast, min(edgeMost, int(math.Round(2*math.Log(ratio)))))
			byLevel[level] = append(byLevel[level], r)
		}
	}
	delete(byLevel, 0)
	for _, level := range slices.Sorted(maps.Keys(byLevel)) {
		slices.Sort(byLevel[level])
		fmt.Fprintf(b, "%s %d %s\n", kind, level, string(byLevel[level]))
	}
}

func header(b *bytes.Buffer, format string, n int) {
	fmt.Fprintf(b, "// Code generated by frequency/gen from %s v1.0.2 (data/dict/zh); DO NOT EDIT.\n", module)
	fmt.Fprintf(b, "// Format: %s; a level is a chance in half nats, rounded. Entries: %d.\n", format, n)
}

func write(name string, data []byte) {
	if err := os.WriteFile(name, data, 0o644); err != nil {
		log.Fatal(err)
	}
}
