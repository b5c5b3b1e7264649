package charset

import (
	"math"
	"unicode"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/charset/frequency"
)

// Guess is a charset and how sure it is, from 0 to 1.
type Guess struct {
	Charset    Charset
	Confidence float64
}

// candidates are the charsets that evidence chooses from, each with what it
// gains from being usual, in nats.
var candidates = [...]struct {
	charset Charset
	prior   float64
}{
	{UTF8, 0},
	{GB18030, -1},
	{Big5, -2},
	{UTF16LE, -6},
	{UTF16BE, -7},
}

// declared is what a declaration is worth, in nats: more than two or three
// characters of evidence, less than a sentence of it.
const declared = 18

// weigh compares the charsets by the likelihood of the sample in each, and
// returns the best two.
func weigh(sample []byte, declaredAs Charset) (best, second Guess) {
	var likelihood [len(candidates)]float64
	top, next := -1, -1
	for i, c := range candidates {
		likelihood[i] = c.prior + logLikelihood(c.charset, sample)
		if isUTF16(c.charset) && likelihood[i] < noText*float64(len(sample)/2) {
			likelihood[i] = math.Inf(-1)
		}
		if c.charset == declaredAs {
			likelihood[i] += declared
		}
		if c.charset == UTF8 {
			likelihood[i] += wellFormed(sample)
		}
		switch {
		case top < 0 || likelihood[i] > likelihood[top]:
			top, next = i, top
		case next < 0 || likelihood[i] > likelihood[next]:
			next = i
		}
	}
	sure := confidence(likelihood[top] - likelihood[next])
	return Guess{candidates[top].charset, sure}, Guess{candidates[next].charset, 1 - sure}
}

// noText is what a unit of UTF-16 is worth at least, in nats, where it is text:
// nearly any two bytes are a character there, so that noise looks best in it.
const noText = -12.5

func isUTF16(c Charset) bool { return c == UTF16LE || c == UTF16BE }

// wellFormed is what the rules of UTF-8 being kept is worth: chance keeps them
// over a character or two, hardly over three.
func wellFormed(sample []byte) float64 {
	if !utf8.Valid(sample) {
		return 0
	}
	wide := (len(sample) - utf8.RuneCount(sample)) // at least one for each character beyond ASCII
	return min(6, 3*float64(wide))
}

// confidence turns a lead in nats into a number from 0.5 to 1. Characters of a
// text are not independent, so the lead is worth a quarter of its face value.
func confidence(lead float64) float64 { return 1 / (1 + math.Exp(-lead/4)) }

// logLikelihood returns how likely the sample is in the charset, in nats: that
// of the best way to cut it into units, where any byte beyond ASCII may also be
// a stray one. So a lost byte costs a little, and not all that comes behind it.
func logLikelihood(c Charset, sample []byte) float64 {
	step := c.step()
	var ahead [maxUnit + 1]float64 // the best so far that ends i bytes ahead
	for i := range ahead[1:] {
		ahead[i+1] = math.Inf(-1)
	}
	for i := range sample {
		u := step(sample[i:])
		ahead[u.size] = max(ahead[u.size], ahead[0]+likelihoodOf(u))
		ahead[1] = max(ahead[1], ahead[0]+badByte)
		copy(ahead[:], ahead[1:])
		ahead[maxUnit] = math.Inf(-1)
	}
	return ahead[0]
}

// What characters outside the table of frequencies are worth, in nats. The
// figures are round: they only have to keep apart what texts are made of and
// what wrong decoding gives.
const (
	badByte     = -16
	control     = -14
	ascii       = -3.5
	punctuation = -4.5
	fullWidth   = -7
	kana        = -9
	letter      = -10.5
	symbol      = -11
	rare        = -18
	private     = -22
)

func likelihoodOf(u unit) float64 {
	if u.problem != NoProblem {
		return badByte * float64(u.size)
	}
	switch r := u.r; {
	case r < utf8.RuneSelf:
		if isControl(r) {
			return control
		}
		return ascii
	case 0x4E00 <= r && r <= 0x9FFF:
		return float64(frequency.Rune(r)) - 0.5
	default:
		return otherLikelihood(r)
	}
}

func otherLikelihood(r rune) float64 {
	switch {
	case r < 0xA0:
		return 2 * control
	case isPunctuation(r):
		return punctuation
	case 0xFF00 <= r && r <= 0xFF5E || 0x3000 <= r && r <= 0x303F:
		return fullWidth
	case 0x3040 <= r && r <= 0x30FF:
		return kana
	case unicode.Is(unicode.Co, r):
		return private
	case r < 0x0250 || 0x0370 <= r && r < 0x0700 || 0xAC00 <= r && r <= 0xD7A3:
		return letter
	case unicode.IsSymbol(r) || unicode.IsPunct(r) || unicode.IsMark(r):
		return symbol
	default:
		return rare
	}
}

// isPunctuation reports whether r is one of the marks that Chinese texts are
// full of.
func isPunctuation(r rune) bool {
	switch r {
	case '，', '。', '、', '；', '：', '（', '）', '“', '”', '《', '》', '「', '」', '\u3000', '—', '·', '？', '！':
		return true
	}
	return false
}

// A sample is enough text to be sure, and little enough to be quick. Where the
// whole file is well-formed UTF-8, much less will do.
const (
	sampleHead   = 16 << 10
	samplePiece  = 4 << 10
	sampleOfUTF8 = 2 << 10
)

// sampleOf returns the start of data and pieces from the first byte beyond
// ASCII, from the middle and near the end: a page may begin with much ASCII.
func sampleOf(data []byte) []byte {
	if len(data) <= sampleOfUTF8 {
		return data
	}
	if at := firstWide(data); utf8.Valid(data) && at < len(data) {
		end := min(len(data), at+sampleOfUTF8)
		for end < len(data) && !utf8.RuneStart(data[end]) {
			end++
		}
		return data[at:end]
	}
	if len(data) <= sampleHead+3*samplePiece {
		return data
	}
	sample := append(make([]byte, 0, sampleHead+3*samplePiece), data[:sampleHead]...)
	if at := firstWide(data); at >= sampleHead {
		sample = append(sample, data[at:min(len(data), at+samplePiece)]...)
	}
	for _, at := range []int{len(data) / 2, len(data) - samplePiece} {
		sample = append(sample, piece(data, at)...)
	}
	return sample
}

func firstWide(data []byte) int {
	for i, b := range data {
		if b >= utf8.RuneSelf {
			return i
		}
	}
	return len(data)
}

// piece returns up to samplePiece bytes that begin behind a line feed, so that
// no character is split: the line feed is no part of a longer character but in
// UTF-16, where the other byte of it is zero.
func piece(data []byte, at int) []byte {
	at &^= 1
	p := data[at:min(len(data), at+samplePiece)]
	for i := 0; i+1 < len(p); i++ {
		if p[i] != '\n' {
			continue
		}
		if i&1 == 0 && p[i+1] == 0 {
			return p[i+2:]
		}
		return p[i+1:]
	}
	return p
}
