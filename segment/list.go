package segment

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/segment/internal/words"
)

// Entry is a word of a list.
type Entry struct {
	// Text is the word, in either script. It must be UTF-8, and have 1 to 64
	// characters. A word that a sentence or a line ends in is never found, nor is
	// one that begins or ends inside a run of letters and digits.
	Text string

	// Frequency is how often the word stands in some large text, compared to the
	// other words of the list. In [Options].Words 0 means that the word is taken
	// wherever it stands, unless that leaves pieces that no word covers as well.
	// As in gse, the frequency of a word of one character in a list counts as 2.
	Frequency float64
}

// MaxWord is the number of characters that a word of a list may have.
const MaxWord = 64

// ErrOptions says that [Options] has an engine and options for another engine.
var ErrOptions = errors.New("segment: options beside an engine")

// EntryError says what is wrong with a word of a list.
type EntryError struct {
	List  string // "Words" or "List" for options, "line" for a file
	Index int    // which entry, from 0; for a file its line, from 1
	Err   error
}

func (e *EntryError) Error() string {
	return fmt.Sprintf("segment: %s %d: %v", e.List, e.Index, e.Err)
}

// Unwrap returns what is wrong.
func (e *EntryError) Unwrap() error { return e.Err }

// What may be wrong with an entry.
var (
	ErrWord      = errors.New("not 1 to 64 characters of UTF-8")
	ErrFrequency = errors.New("not a positive frequency")
)

// check returns what is wrong with an entry. Only where zero is set may its
// frequency be 0.
func (e Entry) check(zero bool) error {
	switch n := utf8.RuneCountInString(e.Text); {
	case n < 1 || n > MaxWord || !utf8.ValidString(e.Text):
		return ErrWord
	case e.Frequency > 0 && e.Frequency <= 1e15 || e.Frequency == 0 && zero:
		return nil
	}
	return ErrFrequency
}

// checked returns a list of the options for the engine; nil stays nil.
func checked(name string, list []Entry, zero bool) ([]words.Entry, error) {
	if list == nil {
		return nil, nil
	}
	entries := make([]words.Entry, len(list))
	for i, e := range list {
		if err := e.check(zero); err != nil {
			return nil, &EntryError{name, i, err}
		}
		entries[i] = words.Entry(e)
	}
	return entries, nil
}

// ReadList reads a list as gse and jieba write them: a word and its frequency a
// line, with blanks between; what follows on the line is not read. A word
// without a frequency has 0. Empty lines are left out. A line that does not fit
// is an [*EntryError].
func ReadList(r io.Reader) ([]Entry, error) {
	var list []Entry
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		fields := strings.Fields(lines.Text())
		if len(fields) == 0 {
			continue
		}
		e := Entry{Text: fields[0]}
		if len(fields) > 1 {
			var err error
			if e.Frequency, err = strconv.ParseFloat(fields[1], 64); err != nil {
				return nil, &EntryError{"line", n, ErrFrequency}
			}
		}
		if err := e.check(true); err != nil {
			return nil, &EntryError{"line", n, err}
		}
		list = append(list, e)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("segment: list: %w", err)
	}
	return list, nil
}
