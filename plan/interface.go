// Package plan reads Chinese government action plans (行动方案, 实施意见, 若干措施 …) as typed
// data: sections, items, points; responsibility notes with their departments,
// roles and deadlines; targets, references, defined terms.
//
// [Read] reads a file in any character set, [Parse] a string. [Bridgehead] is the
// embedded plan. Both scripts, both widths and the layouts that offices use are
// read by one grammar, which decides by evidence in the whole text: whether
// lines are wrapped, which headings stand alone, which units are the items.
//
// All spans are half-open ranges of bytes of the text that was parsed. A plan is
// data and may be read by any number of goroutines; nobody may change it then.
package plan

import (
	"errors"
	"sync"

	"github.com/qiaotoubao/fangan/plan/department"
	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// Options say how a plan is read. The nil *Options is the default.
type Options struct {
	// Registry knows the bodies that the plan names. By default it is
	// [department.Default]; ids of bodies that it does not list follow the rules
	// of [department.Canonical].
	Registry *department.Registry
}

// ErrTooLong is the error for a text that is too long to be read: 2 GiB and more.
var ErrTooLong = errors.New("plan: text is longer than 2 GiB")

// Parse reads text as a plan. Any text is some plan: what is strange in it is
// reported in the plan's Diagnostics, and nothing is dropped. The error is nil
// but for a text of 2 GiB and more ([ErrTooLong]), and for a registry whose
// names cannot be matched.
//
// Both scripts and widths of characters are read by the same grammar. Spans are
// byte ranges of text. Parse takes time linear in the length of text and is
// safe for concurrent use.
func Parse(text string, opts *Options) (*Plan, error) {
	if len(text) > runes.MaxBytes {
		return nil, ErrTooLong
	}
	s := settings{registry: department.Default()}
	var err error
	if opts != nil && opts.Registry != nil && opts.Registry != s.registry {
		s.registry = opts.Registry
		s.matcher, err = department.NewMatcher(s.registry, nil)
	} else {
		s.matcher, err = defaultMatcher()
	}
	if err != nil {
		return nil, err
	}
	page := layout.Read(runes.Fold(text))
	p := parser{
		t: page.Text, blocks: page.Blocks, settings: s, ids: map[string][]string{},
		plan: &Plan{span: Span{End: len(text)}, marks: page.Marks},
	}
	p.parse()
	return p.plan, nil
}

// settings are the options with their defaults.
type settings struct {
	registry *department.Registry
	matcher  *department.Matcher
}

// defaultMatcher finds the bodies of the default registry.
var defaultMatcher = sync.OnceValues(func() (*department.Matcher, error) {
	return department.NewMatcher(department.Default(), nil)
})
