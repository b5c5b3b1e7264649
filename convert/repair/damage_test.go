package repair_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/charset"
	"github.com/qiaotoubao/fangan/convert/charset/frequency"
	"github.com/qiaotoubao/fangan/convert/repair"
)

// sample is a sound text of our own.
type sample struct {
	name, text string
	hant       bool
}

// samples reads the texts of package charset, which are in both scripts and of
// several genres.
func samples(t testing.TB) []sample {
	t.Helper()
	files, err := filepath.Glob("../charset/testdata/texts/han*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var list []sample
	for _, name := range files {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		base := filepath.Base(name)
		list = append(list, sample{base, string(data), strings.HasPrefix(base, "hant")})
	}
	return list
}

// damage is a replacement of bytes in encoded text.
type damage struct {
	code     charset.Charset
	from, to string
	marker   rune
	narrowed bool // full-width ASCII is made half-width afterwards
}

func (d damage) String() string {
	return fmt.Sprintf("%v %X→%X as %q, narrowed %v", d.code, d.from, d.to, d.marker, d.narrowed)
}

// encode encodes text; false where the charset lacks one of its characters.
func encode(code charset.Charset, text string) ([]byte, bool) {
	var out []byte
	for _, r := range text {
		var ok bool
		if out, ok = code.AppendRune(out, r); !ok {
			return nil, false
		}
	}
	return out, true
}

// run damages at most most places of a text, chosen at random.
func (d damage) run(rng *rand.Rand, text string, most int) (string, bool) {
	sound, ok := encode(d.code, text)
	if !ok {
		return "", false
	}
	parts := bytes.Split(sound, []byte(d.from))
	chosen := map[int]bool{}
	for _, i := range rng.Perm(len(parts) - 1) {
		if len(chosen) == most {
			break
		}
		chosen[i] = true
	}
	var hurt []byte
	for i, p := range parts {
		hurt = append(hurt, p...)
		switch {
		case i == len(parts)-1:
		case chosen[i]:
			hurt = append(hurt, d.to...)
		default:
			hurt = append(hurt, d.from...)
		}
	}
	return d.decode(hurt), len(chosen) > 0
}

// decode reads bytes as x/text does, with the marker for what is bad.
func (d damage) decode(data []byte) string {
	dec := simplifiedchinese.GB18030.NewDecoder()
	if d.code == charset.Big5 {
		dec = traditionalchinese.Big5.NewDecoder()
	}
	out, _ := dec.Bytes(data)
	text := strings.ReplaceAll(string(out), "\ufffd", string(d.marker))
	if d.narrowed {
		text = strings.Map(narrow, text)
	}
	return text
}

func narrow(r rune) rune {
	switch {
	case 0xFF01 <= r && r <= 0xFF5E:
		return r - 0xFF01 + '!'
	case r == '\u3000':
		return ' '
	}
	return r
}

// score counts lines.
type score struct{ damaged, recovered, wrong, falsely int }

func (s *score) add(sound, hurt string, fixed string) {
	a, b, c := strings.Split(sound, "\n"), strings.Split(hurt, "\n"), strings.Split(fixed, "\n")
	if len(a) != len(b) || len(b) != len(c) { // a line end was hurt: count the text as one
		a, b, c = []string{sound}, []string{hurt}, []string{fixed}
	}
	for i := range a {
		switch {
		case a[i] == b[i] && b[i] != c[i]:
			s.falsely++
		case a[i] == b[i]:
		case a[i] == c[i]:
			s.damaged++
			s.recovered++
		case b[i] != c[i]:
			s.damaged++
			s.wrong++
		default:
			s.damaged++
		}
	}
}

func (s *score) String() string {
	return fmt.Sprintf("%d damaged lines, %d recovered (%.1f %%), %d repaired otherwise, %d sound ones changed",
		s.damaged, s.recovered, 100*float64(s.recovered)/float64(max(1, s.damaged)), s.wrong, s.falsely)
}

// knownRules are what real programs replace: full-width marks and blanks.
var knownRules = []struct{ from, to string }{
	{"？", "?"}, {"，", ","}, {"　", " "}, {"　", ""}, {"。", "."}, {"、", ","}, {"：", ":"}, {"；", ";"}, {"！", "!"}, {"．", "."}, {"？", ""},
}

// words finds pairs of ideographs that the sequence crosses when they stand
// side by side, and that do so in Chinese.
func words(code charset.Charset, from string, hant bool) []string {
	var list []string
	var first, second []rune
	for r := rune(0x4E00); r < 0xA000; r++ {
		b, ok := encode(code, string(r))
		if !ok || len(b) != 2 || frequency.Rune(r) < -9.5 || hant != (convert.FoldRune(r) != r) && convert.FoldRune(r) != r {
			continue
		}
		if b[1] == from[0] {
			first = append(first, r)
		}
		if b[0] == from[1] {
			second = append(second, r)
		}
	}
	for _, a := range first {
		for _, b := range second {
			if p, ok := frequency.Pair(convert.FoldRune(a), convert.FoldRune(b)); ok && p > -3 {
				list = append(list, string(a)+string(b))
			}
		}
	}
	return list
}

// TestReplacedRecovery measures repair of what programs replace, at the borders
// of characters, and holds it to a floor.
func TestReplacedRecovery(t *testing.T) {
	t.Parallel()
	for _, code := range []charset.Charset{charset.GB18030, charset.Big5} {
		for _, places := range []int{1, 5} {
			t.Run(fmt.Sprint(code, places), func(t *testing.T) {
				t.Parallel()
				total := measureReplaced(t, code, places)
				require.Zero(t, total.falsely, "sound lines stay")
				t.Log(total)
			})
		}
	}
}

func measureReplaced(t *testing.T, code charset.Charset, places int) *score {
	rng := rand.New(rand.NewPCG(1, 2))
	var total score
	for _, s := range samples(t) {
		if _, ok := encode(code, s.text); !ok || code == charset.Big5 && !s.hant {
			continue
		}
		for _, k := range knownRules {
			from, ok := encode(code, k.from)
			if !ok || rng.IntN(3) > 0 {
				continue
			}
			list := words(code, string(from), s.hant)
			if len(list) == 0 {
				continue
			}
			d := damage{code: code, from: string(from), to: k.to, marker: '?', narrowed: rng.IntN(2) == 0}
			if rng.IntN(2) == 0 {
				d.marker = utf8.RuneError
			}
			one := measureOne(t, rng, s, d, k.from, list, places)
			total.join(one)
		}
	}
	return &total
}

// measureOne hurts lines that each have one of the words.
func measureOne(t *testing.T, rng *rand.Rand, s sample, d damage, from string, list []string, places int) score {
	text := strings.ReplaceAll(s.text, from, d.to) // what the sequence is by right
	clauses := strings.FieldsFunc(s.text, func(r rune) bool { return strings.ContainsRune("，。；：、\n", r) })
	lines := []string{text}
	for range places {
		a, b := clauses[rng.IntN(len(clauses))], clauses[rng.IntN(len(clauses))]
		w := list[rng.IntN(len(list))]
		lines = append(lines, a+"，"+b+w+"。"+a, b)
	}
	text = strings.ReplaceAll(strings.Join(lines, "\n"), from, d.to)
	sound := text
	if d.narrowed {
		sound = strings.Map(narrow, sound)
	}
	hurt, _ := d.run(rng, text, 10000)
	var one score
	res := repair.Fix(hurt, nil)
	fixed := res.Text
	one.add(sound, hurt, fixed)
	if testing.Verbose() && (one.recovered < one.damaged || one.falsely > 0) {
		t.Logf("%s %v: %v", s.name, d, &one)
		show(t, sound, hurt, fixed)
		for _, e := range res.Unsure {
			t.Logf("    unsure %q → %q %.2f %s", e.From, e.To, e.Confidence, e.Evidence)
		}
	}
	return one
}

func (s *score) join(o score) {
	s.damaged += o.damaged
	s.recovered += o.recovered
	s.wrong += o.wrong
	s.falsely += o.falsely
}

func show(t *testing.T, sound, hurt, fixed string) {
	a, b, c := strings.Split(sound, "\n"), strings.Split(hurt, "\n"), strings.Split(fixed, "\n")
	if len(a) != len(b) || len(a) != len(c) {
		return
	}
	n := 0
	for i := range a {
		if a[i] != c[i] && n < 2 {
			n++
			x, y, z := []rune(a[i]), []rune(b[i]), []rune(c[i])
			k := 0
			for k < len(x) && k < len(y) && x[k] == y[k] {
				k++
			}
			k = max(0, k-4)
			cut := func(r []rune) string { return string(r[min(k, len(r)):min(k+16, len(r))]) }
			t.Logf("    sound %s\n        hurt  %s\n        fixed %s", cut(x), cut(y), cut(z))
		}
	}
}
