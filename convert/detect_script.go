package convert

import "fmt"

// Script is the script of a text as [Detect] sees it.
type Script uint8

// The scripts. The zero Script is invalid.
const (
	ScriptInvalid Script = iota
	ScriptNone           // nothing tells the scripts apart, or nothing is Chinese
	ScriptHans           // Simplified
	ScriptHant           // Traditional, of any region
	ScriptMixed          // parts of both
)

// scriptNames are the names in JSON, ISO 15924's where there is one.
var scriptNames = [...]string{"invalid", "none", "Hans", "Hant", "mixed"}

// String returns the name of the script: none, Hans, Hant or mixed.
func (s Script) String() string {
	if int(s) < len(scriptNames) {
		return scriptNames[s]
	}
	return fmt.Sprintf("Script(%d)", uint8(s))
}

// MarshalText writes the name that String returns. It reports an error where s
// is invalid.
func (s Script) MarshalText() ([]byte, error) {
	if s == ScriptInvalid || int(s) >= len(scriptNames) {
		return nil, fmt.Errorf("convert: no name for %v", s)
	}
	return []byte(scriptNames[s]), nil
}

// UnmarshalText reads a name that MarshalText writes. It reports an error for
// any other.
func (s *Script) UnmarshalText(text []byte) error {
	for script := ScriptNone; script <= ScriptMixed; script++ {
		if scriptNames[script] == string(text) {
			*s = script
			return nil
		}
	}
	return fmt.Errorf("convert: unknown script %q", text)
}
