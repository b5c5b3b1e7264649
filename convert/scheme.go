package convert

import (
	"fmt"
	"iter"
)

// Scheme names one of OpenCC's configurations. Its text form is OpenCC's name
// in lower case, such as "s2twp".
type Scheme uint8

// The schemes. S is Simplified, T Traditional as OpenCC's standard writes it,
// TW Taiwan, HK Hong Kong, JP Japanese; P adds the region's own words (信息 to
// 資訊) to its forms of characters.
const (
	Invalid Scheme = iota // no scheme
	S2T                   // Simplified to Traditional
	T2S                   // Traditional to Simplified
	S2TW                  // Simplified to Traditional, Taiwan
	TW2S                  // Traditional, Taiwan, to Simplified
	S2TWP                 // Simplified to Traditional, Taiwan, with Taiwan's words
	TW2SP                 // Traditional, Taiwan, to Simplified, with the mainland's words
	S2HK                  // Simplified to Traditional, Hong Kong
	HK2S                  // Traditional, Hong Kong, to Simplified
	S2HKP                 // Simplified to Traditional, Hong Kong, with Hong Kong's words
	HK2SP                 // Traditional, Hong Kong, to Simplified, with the mainland's words
	T2TW                  // Traditional to Taiwan's forms
	TW2T                  // Taiwan's forms to Traditional
	T2HK                  // Traditional to Hong Kong's forms
	HK2T                  // Hong Kong's forms to Traditional
	T2JP                  // Traditional (old Japanese kanji) to new Japanese kanji
	JP2T                  // new Japanese kanji to Traditional
	schemeCount
)

var schemeNames = [schemeCount]string{
	"invalid", "s2t", "t2s", "s2tw", "tw2s", "s2twp", "tw2sp", "s2hk", "hk2s",
	"s2hkp", "hk2sp", "t2tw", "tw2t", "t2hk", "hk2t", "t2jp", "jp2t",
}

// Schemes yields all schemes in the order of their constants.
func Schemes() iter.Seq[Scheme] {
	return func(yield func(Scheme) bool) {
		for s := Invalid + 1; s < schemeCount; s++ {
			if !yield(s) {
				return
			}
		}
	}
}

// ParseScheme returns the scheme with the given name, such as "s2twp".
func ParseScheme(name string) (Scheme, error) {
	for s := range Schemes() {
		if schemeNames[s] == name {
			return s, nil
		}
	}
	return Invalid, fmt.Errorf("convert: unknown scheme %q", name)
}

// Valid reports whether s is one of the schemes.
func (s Scheme) Valid() bool { return s > Invalid && s < schemeCount }

func (s Scheme) String() string {
	if !s.Valid() {
		return schemeNames[Invalid]
	}
	return schemeNames[s]
}

// MarshalText writes the name of s. It reports an error where s is no scheme.
func (s Scheme) MarshalText() ([]byte, error) {
	if !s.Valid() {
		return nil, fmt.Errorf("convert: scheme %d is not valid", s)
	}
	return []byte(schemeNames[s]), nil
}

// UnmarshalText reads the name of a scheme.
func (s *Scheme) UnmarshalText(text []byte) error {
	scheme, err := ParseScheme(string(text))
	if err != nil {
		return err
	}
	*s = scheme
	return nil
}
