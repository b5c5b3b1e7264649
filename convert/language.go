package convert

import (
	"fmt"
	"sync"

	"golang.org/x/text/language"
)

// variant is a way of writing that schemes lead from and to.
type variant int

const (
	hans variant = iota
	hant
	taiwan
	hongKong
	japan
)

// variants are the languages that SchemeFor knows.
var variants = [...]struct {
	tag     string
	variant variant
}{
	{"zh-Hans", hans},
	{"zh-Hant", hant},
	{"zh-Hant-TW", taiwan},
	{"zh-Hant-HK", hongKong},
	{"zh-Hant-MO", hongKong},
	{"ja", japan},
}

var matcher = sync.OnceValue(func() language.Matcher {
	var tags []language.Tag
	for _, v := range variants {
		tags = append(tags, language.MustParse(v.tag))
	}
	return language.NewMatcher(tags)
})

// SchemeFor returns the scheme that leads from one language to the other, as far
// as x/text's matcher finds them among zh-Hans, zh-Hant, zh-TW, zh-HK, zh-MO
// (written as in Hong Kong) and ja: zh-CN and zh are zh-Hans, for example. Of the
// schemes with and without a region's own words it takes the one without.
//
// It reports an error where a language is none of these, and where no scheme
// leads from the one to the other, such as for two that are the same.
func SchemeFor(from, to language.Tag) (Scheme, error) {
	f, err := variantOf(from)
	if err != nil {
		return Invalid, err
	}
	t, err := variantOf(to)
	if err != nil {
		return Invalid, err
	}
	if s := between(f, t); s != Invalid {
		return s, nil
	}
	return Invalid, fmt.Errorf("convert: no scheme leads from %v to %v", from, to)
}

// variantOf returns the variant that a language is written in.
func variantOf(tag language.Tag) (variant, error) {
	_, i, confidence := matcher().Match(tag)
	if confidence == language.No {
		return 0, fmt.Errorf("convert: no scheme knows the language %v", tag)
	}
	return variants[i].variant, nil
}

// between returns the scheme between two variants, Invalid for none.
func between(from, to variant) Scheme {
	switch [2]variant{from, to} {
	case [2]variant{hans, hant}:
		return S2T
	case [2]variant{hans, taiwan}:
		return S2TW
	case [2]variant{hans, hongKong}:
		return S2HK
	case [2]variant{hant, hans}:
		return T2S
	case [2]variant{hant, taiwan}:
		return T2TW
	case [2]variant{hant, hongKong}:
		return T2HK
	case [2]variant{hant, japan}:
		return T2JP
	case [2]variant{taiwan, hans}:
		return TW2S
	case [2]variant{taiwan, hant}:
		return TW2T
	case [2]variant{hongKong, hans}:
		return HK2S
	case [2]variant{hongKong, hant}:
		return HK2T
	case [2]variant{japan, hant}:
		return JP2T
	default:
		return Invalid
	}
}
