package convert

import (
	"fmt"
	"sync"

	"github.com/qiaotoubao/fangan/convert/internal/engine"
	"github.com/qiaotoubao/fangan/convert/internal/tables"
	"github.com/qiaotoubao/fangan/convert/offset"
)

// Options adjust a [Converter]. Nil and the zero value are OpenCC's own
// behaviour.
type Options struct {
	// NoRare keeps characters whose converted form most fonts lack (殢 stays
	// and does not become 𣨼). OpenCC's library converts them, its command line
	// does not.
	NoRare bool
	// Dictionaries are asked before those of the scheme, wherever its own
	// look-up would start; the first that matches wins, by its longest key.
	// Their results are final, and no phrase of the scheme reaches into them.
	Dictionaries []*Dictionary
	// Instead uses Dictionaries in place of those of the scheme, of which only
	// the folding of compatibility ideographs is left.
	Instead bool
	// Borders finds word borders that phrases must not cross. Nil is OpenCC's
	// forward longest match alone; the package contextual has one.
	Borders Borders
}

// Converter converts text by one scheme. It is immutable and safe for
// concurrent use.
type Converter struct {
	p    *engine.Pipeline
	runs sync.Pool // of *job
}

// job is a run with a buffer for its output.
type job struct {
	run    *engine.Run
	buffer []byte
}

// New returns a converter for one of OpenCC's schemes. Its errors are those of
// an invalid scheme or of dictionaries that are too large.
//
// It decodes no data and is cheap, but a Converter is best made once: it keeps
// the buffers that it needs.
func New(s Scheme, opts *Options) (*Converter, error) {
	if !s.Valid() {
		return nil, fmt.Errorf("convert: scheme %d is not valid", s)
	}
	if opts == nil {
		opts = &Options{}
	}
	p := tables.Open(s.String(), opts.NoRare)
	if err := apply(p, opts); err != nil {
		return nil, fmt.Errorf("convert: %w", err)
	}
	return newConverter(p), nil
}

func newConverter(p *engine.Pipeline) *Converter {
	c := &Converter{p: p}
	c.runs.New = func() any { return &job{run: engine.NewRun(p)} }
	return c
}

// start returns a job for one text, done takes it back.
func (c *Converter) start() *job {
	j := c.runs.Get().(*job)
	j.run.Reset()
	return j
}

func (c *Converter) done(j *job) {
	j.run.Out = nil
	c.runs.Put(j)
}

// piece is how many bytes String converts at once while nothing has changed.
const piece = 16 << 10

// String returns s converted. Where nothing changes it returns s itself,
// without allocating; else it allocates the result alone.
func (c *Converter) String(s string) string {
	j := c.start()
	defer c.done(j)
	r := j.run
	same := 0 // bytes that came out as they went in
	for n := 0; ; {
		next := s[n:min(len(s), n+piece+len(s)>>7)]
		last := len(next) == len(s)-n
		r.Out = j.buffer[:0]
		n += r.Feed(next, last)
		j.buffer = r.Out[:0]
		if len(r.Out) > len(s)-same || string(r.Out) != s[same:same+len(r.Out)] {
			return c.changed(j, s, same, n, last)
		}
		same += len(r.Out)
		if last && same == len(s) {
			return s
		}
		if last { // shorter, but the same so far
			return s[:same]
		}
	}
}

// changed finishes a conversion of s that gave s[:same] and then j.run.Out for
// the first n bytes.
func (c *Converter) changed(j *job, s string, same, n int, last bool) string {
	if last && same == 0 {
		return string(j.run.Out)
	}
	dst := make([]byte, 0, len(s)+len(s)/16+len(j.run.Out))
	dst = append(dst, s[:same]...)
	j.run.Out = append(dst, j.run.Out...)
	if !last {
		j.run.Feed(s[n:], true)
	}
	return engine.Text(j.run.Out)
}

// Append appends src, converted, to dst and returns the extended buffer. It does
// not allocate where dst has room. The spare room of dst and src must not
// overlap.
func (c *Converter) Append(dst, src []byte) []byte {
	j := c.start()
	defer c.done(j)
	j.run.Out = dst
	j.run.Feed(engine.Text(src), true)
	return j.run.Out
}

// Map returns s converted, like [Converter.String], and how places of s and of
// the result relate. The map is nil where nothing changes. Characters that were
// converted one to one are edits of their own, so that a place within a phrase
// is found to the character.
func (c *Converter) Map(s string) (string, *offset.Map) {
	r := engine.NewRun(c.p)
	r.Note()
	r.Feed(s, true)
	if string(r.Out) == s {
		return s, nil
	}
	return string(r.Out), r.Map()
}
