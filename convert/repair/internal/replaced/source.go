package replaced

import "github.com/qiaotoubao/fangan/convert/charset"

// Source is what a caller knows of a text that it decoded itself: the charset,
// and the bytes that stand behind each U+FFFD, by where that is in the text.
type Source struct {
	Code charset.Charset
	Bad  map[int][]byte
}

// bytes returns the bytes of the U+FFFD at a byte of the text, none where they
// are not known.
func (s *Source) bytes(at int) []byte {
	if s == nil {
		return nil
	}
	return s.Bad[at]
}
